package grokscope.ui.help;

/** The pages of the help, in the order of their tabs. */
public enum HelpPage {
  NOW("now", "On the screen now"),
  KEYS("keys", "Keys"),
  GLOSSARY("glossary", "Glossary"),
  ABOUT("about", "About");

  private final String id;
  private final String title;

  HelpPage(String id, String title) {
    this.id = id;
    this.title = title;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }
}
