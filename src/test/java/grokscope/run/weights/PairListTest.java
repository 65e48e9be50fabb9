package grokscope.run.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.task.PairSplit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairListTest {
  private static final PairSplit TWO = PairSplit.ofPairs(new int[] {3, 0}, new int[] {4, 10});

  @TempDir private Path folder;

  private PairSplit read(String text) throws Exception {
    Path file = folder.resolve("pairs.csv");
    Files.writeString(file, text);
    return PairList.read(file);
  }

  @Test
  void pairsWithOrWithoutNamesAndSplit() throws Exception {
    assertThat(read("3,4\n0,10\n")).isEqualTo(TWO);
    assertThat(read("x,y\r\n3, 4\r\n\r\n0, 10")).isEqualTo(TWO);
    assertThat(read("\uFEFF\"x\";\"y\"\n\"3\";\"4\"\n0;10\n")).isEqualTo(TWO);
    assertThat(read("x,y,split\n3,4,train\n1,1,test\n0,10,TRAIN\n")).isEqualTo(TWO);
    assertThat(read("3\t4\t1\n2\t2\t0\n0\t10\t1\n")).isEqualTo(TWO);
  }

  @Test
  void theLineThatIsWrongIsSaid() {
    assertRefused("x,y\n3,4\n3;x\n", "line 3 is \"3;x\", but must be x,y or x,y,train or x,y,test");
    assertRefused("3,4\n-1,2\n", "line 2 is \"-1,2\"");
    assertRefused("1,2,3,4\n", "line 1 is \"1,2,3,4\"");
    assertRefused("3,4,train\n0,1,sometimes\n", "line 2 ends in \"sometimes\"");
    assertRefused("x,y\n", "has no pair that was trained on");
    assertThatThrownBy(() -> PairList.read(folder.resolve("none.csv")))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("none.csv: there is no such file of pairs.");
  }

  private void assertRefused(String text, String words) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("pairs.csv: " + words);
  }
}
