package grokscope.train.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of findings as an object of JSON: each value at its path, null where it is not a finite
 * number. Stateless, any thread.
 */
public final class ReportJson {
  private ReportJson() {}

  /** Plain maps, lists, numbers and words, in the order of the list. */
  public static Map<String, @Nullable Object> object(Findings findings) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("warnings", findings.warnings().stream().map(ReportJson::warning).toList());
    object.put("sentences", findings.sentences());
    Map<String, String> unread = new LinkedHashMap<>();
    for (ReportGroup group : findings.groups()) {
      for (ReportLine line : group.lines()) {
        line.value().ifPresent(value -> put(object, line.path(), plain(value)));
        line.whyNot().ifPresent(why -> unread.put(String.valueOf(line.path().get(0)), why));
      }
      group.table().ifPresent(table -> object.put(table.key(), rows(table)));
    }
    if (!unread.isEmpty()) {
      object.put("not_read", unread);
    }
    return object;
  }

  private static Map<String, String> warning(Warning warning) {
    Map<String, String> object = new LinkedHashMap<>();
    object.put("key", warning.kind().key());
    object.put("text", warning.text());
    return object;
  }

  /** Makes what is on the way: an object for a name, and a list for a number. */
  @SuppressWarnings("unchecked") // what is on the way was made here
  private static void put(Object whole, List<Object> path, @Nullable Object value) {
    Object at = whole;
    for (int i = 0; i < path.size(); i++) {
      boolean last = i == path.size() - 1;
      Object next =
          last
              ? value
              : path.get(i + 1) instanceof Integer ? new ArrayList<>() : new LinkedHashMap<>();
      if (at instanceof List<?>) {
        List<@Nullable Object> list = (List<@Nullable Object>) at;
        int index = (Integer) path.get(i);
        if (index == list.size()) {
          list.add(next);
        }
        at = list.get(index);
      } else {
        Map<String, @Nullable Object> map = (Map<String, @Nullable Object>) at;
        map.putIfAbsent((String) path.get(i), next);
        at = map.get((String) path.get(i));
      }
    }
  }

  private static List<Map<String, @Nullable Object>> rows(ReportTable table) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<ReportTable.Cell> cells : table.rows()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int column = 0; column < cells.size(); column++) {
        String key = table.columns().get(column).key();
        row.put(key, plain(cells.get(column).value()));
        cells.get(column).key().ifPresent(chosen -> row.put(key + "_key", chosen));
      }
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable Object plain(Value value) {
    if (value instanceof Value.Whole whole) {
      return whole.number();
    } else if (value instanceof Value.Real real) {
      return finite(real.number());
    } else if (value instanceof Value.Share share) {
      return finite(share.number());
    } else if (value instanceof Value.Wholes wholes) {
      return wholes.numbers();
    } else if (value instanceof Value.Shares shares) {
      return finite(shares.numbers());
    } else if (value instanceof Value.Counts counts) {
      Map<String, Object> byName = new LinkedHashMap<>();
      counts.counts().forEach((k, count) -> byName.put(String.valueOf(k), count));
      return byName;
    }
    return ((Value.Words) value).text();
  }

  /** A value of JSON with null for every number that is not finite, which JSON does not have. */
  public static @Nullable Object finite(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      map.forEach((key, inner) -> object.put(String.valueOf(key), finite(inner)));
      return object;
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> values = new ArrayList<>();
      list.forEach(inner -> values.add(finite(inner)));
      return values;
    }
    return value instanceof Double number && !Double.isFinite(number) ? null : value;
  }
}
