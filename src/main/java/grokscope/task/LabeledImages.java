package grokscope.task;

/** A file of pictures of digits and the file of their labels, row by row. Immutable, any thread. */
record LabeledImages(IdxFile images, IdxFile labels) {
  /** The classes: the digits from 0. */
  static final int CLASSES = 10;

  /** The two, if they have as many rows. */
  static LabeledImages of(IdxFile images, IdxFile labels) throws UnreadableFile {
    if (images.rows() != labels.rows()) {
      throw new UnreadableFile(
          images.name()
              + " has "
              + images.rows()
              + " images, but "
              + labels.name()
              + " has "
              + labels.rows()
              + " labels; there must be equally many");
    }
    return new LabeledImages(images, labels);
  }

  int rows() {
    return images.rows();
  }

  /** Reads the labels of some rows, which are ascending. */
  void readLabels(int[] wanted, int[] into, int from) throws UnreadableFile {
    labels.read(
        wanted,
        (n, row) -> {
          int label = Byte.toUnsignedInt(row[0]);
          if (label >= CLASSES) {
            throw new UnreadableFile(
                labels.name()
                    + " has the label "
                    + label
                    + " at row "
                    + wanted[n]
                    + ", but labels must be from 0 to "
                    + (CLASSES - 1));
          }
          into[from + n] = label;
        });
  }
}
