package grokscope.train.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static void put(
      Map<String, @Nullable Object> whole, List<Object> path, @Nullable Object value) {
    Object at = whole;
    int last = path.size() - 1;
    for (int i = 0; i < last; i++) {
      at = inside(at, path.get(i), path.get(i + 1) instanceof Integer);
    }
    object(at).putIfAbsent((String) path.get(last), value);
  }

  /** What is at the next part of a path, made if it is not there: a list for a number. */
  @SuppressWarnings("unchecked") // the lists on the way were made here
  private static Object inside(Object at, Object part, boolean list) {
    Object made = list ? new ArrayList<>() : new LinkedHashMap<>();
    if (at instanceof List<?>) {
      List<Object> values = (List<Object>) at;
      if ((Integer) part == values.size()) {
        values.add(made);
      }
      return values.get((Integer) part);
    }
    object(at).putIfAbsent((String) part, made);
    return Objects.requireNonNull(object(at).get((String) part));
  }

  @SuppressWarnings("unchecked") // what is on the way was made here
  private static Map<String, @Nullable Object> object(Object made) {
    return (Map<String, @Nullable Object>) made;
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
