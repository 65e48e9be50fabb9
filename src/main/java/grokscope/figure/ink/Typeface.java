package grokscope.figure.ink;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of every figure, which come with the program, so that a figure is the same on every
 * machine: DejaVu Sans Condensed, regular and bold. One thread.
 */
public final class Typeface {
  /** Its name, and after it what is as wide where it is not there. */
  static final String FAMILY = "'DejaVu Sans Condensed', 'DejaVu Sans', Arial, sans-serif";

  /** The name of its own in a style sheet. */
  static final String NAME = "DejaVu Sans Condensed";

  /** What stands for a letter that it does not have. */
  private static final int UNKNOWN = 0xfffd;

  private static final String REGULAR = "/assets/fonts/DejaVuSansCondensed.ttf";
  private static final String BOLD = "/assets/fonts/DejaVuSansCondensed-Bold.ttf";

  private final TrueTypeFont regular;
  private final TrueTypeFont bold;
  private final CmapLookup regularLetters;
  private final CmapLookup boldLetters;

  private Typeface(TrueTypeFont regular, TrueTypeFont bold) throws IOException {
    this.regular = regular;
    this.bold = bold;
    this.regularLetters = regular.getUnicodeCmapLookup();
    this.boldLetters = bold.getUnicodeCmapLookup();
  }

  /** Reads it; some hundredths of a second. */
  public static Typeface load() {
    try {
      return new Typeface(parsed(REGULAR), parsed(BOLD));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken); // it is part of the program
    }
  }

  private static TrueTypeFont parsed(String resource) throws IOException {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      TrueTypeFont font =
          new TTFParser()
              .parse(
                  new RandomAccessReadBuffer(Objects.requireNonNull(in, resource).readAllBytes()));
      font.setEnableGsub(false); // every letter by itself: widths add up, and words can be found
      return font;
    }
  }

  TrueTypeFont font(boolean heavy) {
    return heavy ? bold : regular;
  }

  private CmapLookup letters(boolean heavy) {
    return heavy ? boldLetters : regularLetters;
  }

  /** Whether it has a letter; none beyond the first plane, of which parts cannot be made. */
  boolean has(int letter, boolean heavy) {
    return Character.isBmpCodePoint(letter) && letters(heavy).getGlyphId(letter) != 0;
  }

  /** The words with a sign for each letter that it does not have. */
  String known(String words, boolean heavy) {
    StringBuilder known = new StringBuilder();
    words
        .codePoints()
        .map(letter -> has(letter, heavy) ? letter : UNKNOWN)
        .forEach(known::appendCodePoint);
    return known.toString();
  }

  /** How wide a text is, in points. */
  public double width(String words, Letters as) {
    TrueTypeFont font = font(as.bold());
    double units = 0;
    try {
      for (int letter : known(words, as.bold()).codePoints().toArray()) {
        units += font.getAdvanceWidth(letters(as.bold()).getGlyphId(letter));
      }
      return units * as.size() / font.getUnitsPerEm();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The outlines of a text from a place on its base line, in points, downwards. */
  Path2D outline(String words, double x, double y, Letters as) {
    TrueTypeFont font = font(as.bold());
    Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    try {
      double scale = as.size() / font.getUnitsPerEm();
      double at = x;
      for (int letter : known(words, as.bold()).codePoints().toArray()) {
        int glyph = letters(as.bold()).getGlyphId(letter);
        GlyphData shape = font.getGlyph().getGlyph(glyph);
        if (shape != null) {
          AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
          outline.append(shape.getPath().getPathIterator(place), false);
        }
        at += font.getAdvanceWidth(glyph) * scale;
      }
      return outline;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A text in lines that are no wider than there is room, cut between words. */
  public List<String> wrapped(String text, Letters as, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && width(line + " " + word, as) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** A text that is cut off at its end where there is no room for it. */
  public String clipped(String text, Letters as, double room) {
    if (width(text, as) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end).strip() + "…", as) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }
}
