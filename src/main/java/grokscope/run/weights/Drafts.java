package grokscope.run.weights;

/** Makes drafts. Stateless. */
final class Drafts {
  private Drafts() {}

  /** The draft of weights in this program's names. */
  static Draft of(Renamed renamed) {
    if (renamed.weights().containsKey("blocks.0.attn.W_Q")) {
      return new TransformerDraft(renamed);
    }
    boolean linear =
        renamed.weights().keySet().stream().anyMatch(name -> name.startsWith("linear"));
    return linear ? new LinearDraft(renamed) : new MlpDraft(renamed);
  }
}
