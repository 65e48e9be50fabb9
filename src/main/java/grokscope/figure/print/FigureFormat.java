package grokscope.figure.print;

/** A kind of file that a figure can be. Immutable, any thread. */
public enum FigureFormat {
  /** Lines and words that can be edited. */
  SVG("svg", "Drawing, whose words can be edited"),
  /** For print and for LaTeX. */
  PDF("pdf", "Page for print and LaTeX"),
  /** Dots. */
  PNG("png", "Picture of dots");

  private final String word;
  private final String sentence;

  FigureFormat(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /** Its word in a file, and the ending of its files. */
  public String word() {
    return word;
  }

  /** What it is. */
  public String sentence() {
    return sentence;
  }

  /** The end of the names of its files. */
  public String ending() {
    return "." + word;
  }
}
