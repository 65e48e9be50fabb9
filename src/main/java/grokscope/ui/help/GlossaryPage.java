package grokscope.ui.help;

import grokscope.config.Catalog;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import grokscope.ui.term.Glossary;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** All words with their meanings, to be searched by typing. FX thread only. */
final class GlossaryPage {
  private final List<Glossary.Entry> entries;
  private final TextField search = new TextField();
  private final VBox found = HelpWords.column();
  private final Label nothing = HelpWords.text("No word and no meaning has this.");

  GlossaryPage(Catalog catalog) {
    entries = new ArrayList<>(Glossary.SHIPPED.entries());
    entries.addAll(SettingTerms.of(catalog));
    search.setPromptText("Search words and meanings");
    Accessible.around(search, "glossary-search", "Search words and meanings");
    search.textProperty().addListener(change -> fill());
    nothing.setId("glossary-none");
    fill();
  }

  /** What has the keys. */
  TextField field() {
    return search;
  }

  Node content() {
    return HelpWords.column(search, nothing, found);
  }

  private void fill() {
    found.getChildren().clear();
    List<Glossary.Entry> shown = Glossary.search(entries, search.getText());
    String group = "";
    for (Glossary.Entry entry : shown) {
      if (search.getText().isBlank() && !entry.group().equals(group)) {
        group = entry.group();
        found.getChildren().add(HelpWords.heading(group));
      }
      found
          .getChildren()
          .add(HelpWords.part(NumberText.sentence(entry.heading()), entry.meaning()));
    }
    Visibility.reveal(nothing, shown.isEmpty());
  }
}
