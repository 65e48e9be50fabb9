package grokscope.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Which program this is, as the build wrote it down, so that files can say what made them.
 * Immutable, any thread.
 *
 * @param version the number of the version, or "unknown" where no build made the program
 * @param commit the commit that it was built from, or "unknown" where it was not built from one
 */
public record ProgramVersion(String version, String commit) {
  private static final String UNKNOWN = "unknown";
  private static final String FILE = "/version.properties";

  /** Reads the version of the program that runs. */
  public static ProgramVersion ofThisProgram() {
    Properties properties = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream(FILE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a part of this program cannot be read: " + FILE, e);
    }
    return new ProgramVersion(filled(properties, "version"), filled(properties, "commit"));
  }

  /** What the build has filled in; where it has not, the placeholder is still there. */
  private static String filled(Properties properties, String key) {
    String value = properties.getProperty(key, "");
    return value.isBlank() || value.contains("$") ? UNKNOWN : value;
  }

  /** The same in words, such as "Grokscope 0.1.0, commit 1f2e3d". */
  public String words() {
    return "Grokscope " + version + ", commit " + commit;
  }

  /** The same as JSON keys. */
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("version", version);
    keys.put("commit", commit);
    return keys;
  }
}
