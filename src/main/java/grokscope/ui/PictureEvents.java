package grokscope.ui;

import grokscope.telemetry.RunEvent;
import grokscope.ui.picture.PictureDeck;

/** Passes on to the pictures what they need to hear of a run. FX thread only. */
record PictureEvents(PictureDeck pictures) implements LabEvents {
  @Override
  public void began(LabRun run) {
    pictures.begin(run.subject());
  }

  @Override
  public void grew(LabRun run) {
    pictures.profiled();
  }

  @Override
  public void happened(LabRun run, RunEvent event) {
    // Pictures show the network; what happened to it is marked on the curves.
  }
}
