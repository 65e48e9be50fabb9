package grokscope.ui.picture;

import grokscope.ui.picture.activation.AttentionPicture;
import grokscope.ui.picture.activation.NeuronsPicture;
import grokscope.ui.picture.answer.AnswersPicture;
import grokscope.ui.picture.answer.TryPicture;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.result.ResultsPicture;
import grokscope.ui.picture.weight.EmbeddingPicture;
import grokscope.ui.picture.weight.FrequenciesPicture;
import grokscope.ui.picture.weight.WeightsPicture;
import java.util.List;

/** The list of pictures: one line each, in the order of their tabs. */
final class Pictures {
  static final List<PictureKind> ALL =
      List.of(
          AnswersPicture.KIND,
          EmbeddingPicture.KIND,
          FrequenciesPicture.KIND,
          TryPicture.KIND,
          WeightsPicture.KIND,
          AttentionPicture.KIND,
          NeuronsPicture.KIND);

  /** The last tab, of many runs in place of a network. */
  static final PictureKind RESULTS = ResultsPicture.KIND;

  private Pictures() {}
}
