package grokscope.ui.picture;

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

  private Pictures() {}
}
