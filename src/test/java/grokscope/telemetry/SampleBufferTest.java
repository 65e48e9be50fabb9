package grokscope.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleBufferTest {
  @Test
  void hasEverySampleOnceAndInOrderWhileTwoThreadsUseIt() throws InterruptedException {
    SampleBuffer buffer = new SampleBuffer(1_000_000);
    int count = 200_000;
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < count; i++) {
                buffer.write(new Sample(1, i, new double[] {i}));
              }
            });
    writer.start();
    List<Sample> read = new ArrayList<>();
    while (writer.isAlive()) {
      read.addAll(buffer.drain());
    }
    writer.join();
    read.addAll(buffer.drain());
    assertThat(read).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(read.get(i).step()).isEqualTo(i);
    }
    assertThat(buffer.thinned()).isZero();
  }

  @Test
  void staysBoundedAndKeepsSpikesWhenNobodyReads() {
    SampleBuffer buffer = new SampleBuffer(1024);
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      double value = i == 54_321 ? 1000 : i == 70_007 ? -1000 : Math.sin(i);
      buffer.write(new Sample(1, i, new double[] {value, -value}));
    }
    List<Sample> left = buffer.drain();
    assertThat(left).hasSizeLessThanOrEqualTo(1025);
    assertThat(left.size() + buffer.thinned()).isEqualTo(count);
    assertThat(left).extracting(Sample::step).isSorted().contains(54_321, 70_007, count - 1);
  }
}
