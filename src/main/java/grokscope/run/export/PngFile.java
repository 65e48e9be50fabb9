package grokscope.run.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as PNG files with texts in them. Stateless, any thread. */
final class PngFile {
  private static final String METADATA = "javax_imageio_png_1.0";

  private PngFile() {}

  /**
   * Writes a picture.
   *
   * @param texts by their keywords, both in Latin letters, as {@code tEXt} chunks
   */
  static void write(BufferedImage image, Map<String, String> texts, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (OutputStream bytes = Files.newOutputStream(file);
        ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      IIOMetadataNode all = new IIOMetadataNode("tEXt");
      texts.forEach(
          (keyword, value) -> {
            IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("value", value);
            all.appendChild(entry);
          });
      IIOMetadataNode root = new IIOMetadataNode(METADATA);
      root.appendChild(all);
      metadata.mergeTree(METADATA, root);
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }
}
