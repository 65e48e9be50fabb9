package grokscope.run.export;

import com.google.protobuf.CodedOutputStream;
import grokscope.figure.CurvePoints;
import grokscope.telemetry.History;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A run's scalars as an event file of TensorBoard: records of length, masked CRC-32C, an {@code
 * Event} message and its masked CRC-32C (TFRecord). Field numbers are those of TensorFlow's {@code
 * event.proto}, {@code summary.proto} and {@code tensor.proto}. Stateless, any thread.
 */
final class TensorBoardFile {
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SOURCE_METADATA = 10;
  private static final int WRITER = 1;
  private static final int SUMMARY_VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  private static final int TENSOR = 8;
  private static final int METADATA = 9;
  private static final int PLUGIN_DATA = 1;
  private static final int PLUGIN_NAME = 1;
  private static final int DATA_CLASS = 4;
  private static final int DATA_CLASS_TENSOR = 2;
  private static final int DTYPE = 1;
  private static final int DTYPE_STRING = 7;
  private static final int SHAPE = 2;
  private static final int STRING_VALUE = 8;
  private static final int MASK_DELTA = 0xa282ead8;

  private TensorBoardFile() {}

  static void write(ExportedRun run, Path file) throws IOException {
    History history = run.history();
    List<Integer> columns = measured(history);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      record(out, version(run));
      record(out, times(run));
      for (int i = 0; i < history.size(); i++) {
        record(out, event(run, columns, i));
      }
    }
  }

  /** The columns that have a number anywhere. */
  private static List<Integer> measured(History history) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < history.metrics().size(); column++) {
      if (Double.isFinite(history.latest(column, history.size() - 1))) {
        columns.add(column);
      }
    }
    return columns;
  }

  private static byte[] version(ExportedRun run) throws IOException {
    byte[] source = message(out -> out.writeString(WRITER, run.program().words()));
    return message(
        out -> {
          out.writeDouble(WALL_TIME, run.times().began());
          out.writeString(FILE_VERSION, "brain.Event:2");
          out.writeByteArray(SOURCE_METADATA, source);
        });
  }

  /** Where the times come from, as a text, which is shown beside the curves. */
  private static byte[] times(ExportedRun run) throws IOException {
    byte[] plugin = message(out -> out.writeString(PLUGIN_NAME, "text"));
    byte[] metadata =
        message(
            out -> {
              out.writeByteArray(PLUGIN_DATA, plugin);
              out.writeEnum(DATA_CLASS, DATA_CLASS_TENSOR);
            });
    byte[] tensor =
        message(
            out -> {
              out.writeEnum(DTYPE, DTYPE_STRING);
              out.writeByteArray(SHAPE, new byte[0]); // a scalar
              out.writeByteArray(
                  STRING_VALUE, run.times().sentence().getBytes(StandardCharsets.UTF_8));
            });
    byte[] value =
        message(
            out -> {
              out.writeString(TAG, "wall_time");
              out.writeByteArray(TENSOR, tensor);
              out.writeByteArray(METADATA, metadata);
            });
    byte[] summary = message(out -> out.writeByteArray(SUMMARY_VALUE, value));
    return message(
        out -> {
          out.writeDouble(WALL_TIME, run.times().began());
          out.writeInt64(STEP, 0);
          out.writeByteArray(SUMMARY, summary);
        });
  }

  /**
   * All that was measured at one evaluation. Where a line must break there is no number, which
   * TensorBoard knows; where a measure was not taken there is nothing.
   */
  private static byte[] event(ExportedRun run, List<Integer> columns, int index)
      throws IOException {
    History history = run.history();
    byte[] summary =
        message(
            out -> {
              for (int column : columns) {
                if (CurvePoints.taken(history, column, index)) {
                  out.writeByteArray(
                      SUMMARY_VALUE,
                      value(history.metrics().get(column).id(), history.value(column, index)));
                }
              }
            });
    return message(
        out -> {
          out.writeDouble(WALL_TIME, run.times().at(history.step(index)));
          out.writeInt64(STEP, (long) history.step(index));
          out.writeByteArray(SUMMARY, summary);
        });
  }

  private static byte[] value(String tag, double value) throws IOException {
    return message(
        out -> {
          out.writeString(TAG, tag);
          out.writeFloat(SIMPLE_VALUE, (float) value);
        });
  }

  /** Writes the fields of a message. */
  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.write(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static void record(OutputStream out, byte[] message) throws IOException {
    byte[] length =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(message.length)
            .array();
    out.write(length);
    out.write(checksum(length));
    out.write(message);
    out.write(checksum(message));
  }

  /** CRC-32C, rotated by 15 bits and moved, so that sums of sums do not vanish. */
  private static byte[] checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    int masked = Integer.rotateRight((int) sum.getValue(), 15) + MASK_DELTA;
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(masked).array();
  }
}
