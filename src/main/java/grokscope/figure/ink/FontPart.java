package grokscope.figure.ink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/** A font with some of its letters only. Stateless, any thread. */
final class FontPart {
  /** What a reader of fonts needs; the rest is for printers of thirty years ago. */
  private static final List<String> TABLES =
      List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

  private FontPart() {}

  /** The bytes of a font with these letters, the same for the same letters. */
  static byte[] of(TrueTypeFont font, Set<Integer> letters) throws IOException {
    TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
    subsetter.addAll(letters);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    subsetter.writeToStream(bytes);
    return bytes.toByteArray();
  }
}
