package grokscope.figure.ink;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as PNG files with texts in them. Stateless, any thread. */
public final class PngFile {
  private static final String METADATA = "javax_imageio_png_1.0";
  private static final double METER = 1000 / 25.4;

  private PngFile() {}

  /**
   * The bytes of a file.
   *
   * @param dpi how many dots of it there are to an inch on paper; 0 where that is open
   * @param texts by their keywords, both in Latin letters, as {@code tEXt} chunks
   */
  public static byte[] bytes(BufferedImage image, double dpi, Map<String, String> texts)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      metadata.mergeTree(METADATA, tree(dpi, texts));
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode tree(double dpi, Map<String, String> texts) {
    IIOMetadataNode root = new IIOMetadataNode(METADATA);
    if (dpi > 0) {
      String dots = String.valueOf(Math.round(dpi * METER));
      IIOMetadataNode size = new IIOMetadataNode("pHYs");
      size.setAttribute("pixelsPerUnitXAxis", dots);
      size.setAttribute("pixelsPerUnitYAxis", dots);
      size.setAttribute("unitSpecifier", "meter");
      root.appendChild(size);
    }
    if (!texts.isEmpty()) {
      IIOMetadataNode all = new IIOMetadataNode("tEXt");
      texts.forEach(
          (keyword, value) -> {
            IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("value", value);
            all.appendChild(entry);
          });
      root.appendChild(all);
    }
    return root;
  }
}
