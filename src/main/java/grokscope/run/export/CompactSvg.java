package grokscope.run.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drawings of one document in fewer characters: lines that go on where another ends become one,
 * coordinates have no more than two decimals, and an outline, such as that of a word, which was
 * there before is not written again. One thread.
 */
final class CompactSvg {
  private static final Pattern LINE =
      Pattern.compile(
          " *<line style=\"([^\"]*)\" x1=\"([^\"]*)\" x2=\"([^\"]*)\" y1=\"([^\"]*)\""
              + " y2=\"([^\"]*)\"/>");

  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}(?:E-?\\d+)?");

  private static final String OUTLINE = "<path d=";

  private final Map<String, String> outlines = new HashMap<>(); // their ids

  /**
   * The same drawing, which needs those that were made before in its document.
   *
   * @param drawing an SVG text with an element on each line
   */
  String of(String drawing) {
    StringBuilder text = new StringBuilder();
    String style = ""; // of the line that may go on
    String end = "";
    for (String element : drawing.lines().toList()) {
      Matcher line = LINE.matcher(element);
      boolean isLine = line.matches();
      String from = isLine ? line.group(2) + "," + line.group(4) : "";
      boolean goesOn = isLine && line.group(1).equals(style) && from.equals(end);
      if (!end.isEmpty() && !goesOn) {
        text.append("\"/>\n");
        end = "";
      }
      if (!isLine) {
        text.append(outlined(rounded(element.strip()))).append('\n');
        continue;
      }
      if (!goesOn) {
        style = line.group(1);
        text.append("<polyline style=\"")
            .append(style)
            .append("stroke-linejoin:round;\" points=\"");
        text.append(rounded(from));
      }
      end = line.group(3) + "," + line.group(5);
      text.append(' ').append(rounded(end));
    }
    return text.toString();
  }

  private String outlined(String element) {
    if (!element.startsWith(OUTLINE)) {
      return element;
    }
    String known = outlines.get(element);
    if (known != null) {
      return "<use xlink:href=\"#" + known + "\"/>";
    }
    String id = "o" + outlines.size();
    outlines.put(element, id);
    return "<path id=\"" + id + "\"" + element.substring("<path".length());
  }

  private static String rounded(String text) {
    return LONG_NUMBER.matcher(text).replaceAll(number -> hundredths(number.group()));
  }

  private static String hundredths(String number) {
    BigDecimal hundredths = new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN);
    return hundredths.stripTrailingZeros().toPlainString();
  }
}
