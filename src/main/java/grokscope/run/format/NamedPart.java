package grokscope.run.format;

import grokscope.telemetry.Part;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of a tensor in a file that does not say it, an older one of this program or another
 * program's: by the names of TransformerLens and those that this program used to have. Nothing else
 * may look for names.
 *
 * @param names which it has
 */
public record NamedPart(Pattern names, Part part) {
  private static final List<NamedPart> ALL =
      List.of(
          named("embed\\.W_E(_\\d+)?", Part.EMBEDDING),
          named("pos_embed\\.W_pos", Part.POSITIONS),
          named("(hidden\\.0|linear)\\.W(_\\d+)?", Part.INPUT),
          named("hidden\\.\\d+\\.W", Part.HIDDEN),
          named("blocks\\.\\d+\\.attn\\.W_Q", Part.QUERY),
          named("blocks\\.\\d+\\.attn\\.W_K", Part.KEY),
          named("blocks\\.\\d+\\.attn\\.W_V", Part.VALUE),
          named("blocks\\.\\d+\\.attn\\.W_O", Part.ATTENTION_OUT),
          named("blocks\\.\\d+\\.mlp\\.W_in", Part.MLP_IN),
          named("blocks\\.\\d+\\.mlp\\.W_out|output\\.W", Part.MLP_OUT),
          named("unembed\\.W_U", Part.UNEMBEDDING),
          named("(blocks\\.\\d+\\.ln[12]|ln_final)\\.[wb]", Part.NORM),
          named("(.*\\.)?b(_\\w+)?", Part.BIAS));

  private static NamedPart named(String names, Part part) {
    return new NamedPart(Pattern.compile(names), part);
  }

  /** The part that a name speaks for; {@link Part#NONE} where it speaks for nothing. */
  public static Part of(String name) {
    return ALL.stream()
        .filter(each -> each.names.matcher(name).matches())
        .map(NamedPart::part)
        .findFirst()
        .orElse(Part.NONE);
  }
}
