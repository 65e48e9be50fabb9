package grokscope.ui.knob;

import grokscope.config.Catalog;
import grokscope.config.Kind;
import grokscope.config.Section;
import grokscope.config.knob.Acts;
import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.CountKnob;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.config.knob.RealKnob;
import grokscope.config.knob.TextKnob;
import grokscope.config.knob.WholeKnob;
import grokscope.ui.session.RunController;
import grokscope.ui.setting.Draft;
import grokscope.ui.setting.PanelPlan;
import grokscope.ui.setting.SliderScale;
import java.util.List;

/** Makes the row that fits a knob. FX thread only. */
final class KnobRows {
  private final Catalog catalog;
  private final RunController controller;
  private final Draft draft;

  KnobRows(Catalog catalog, RunController controller, Draft draft) {
    this.catalog = catalog;
    this.controller = controller;
    this.draft = draft;
  }

  /** The row for a path of the draft's config. */
  KnobRow row(String path) {
    return catalog
        .knob(draft.config(), path)
        .map(knob -> row(path, knob))
        .orElseGet(() -> new ChoiceRow(path, kinds(path), controller, draft));
  }

  private KnobRow row(String path, Knob knob) {
    // A slider where turning is the point: the two that matter most, and what acts on a live run.
    boolean slider = PanelPlan.prominent(path) || knob.acts() == Acts.LIVE;
    if (knob instanceof WholeKnob whole) {
      return new NumberRow(path, whole, SliderScale.of(whole), slider, controller, draft);
    }
    if (knob instanceof RealKnob real) {
      return new NumberRow(path, real, SliderScale.of(real), slider, controller, draft);
    }
    if (knob instanceof ChoiceKnob choice) {
      return new ChoiceRow(path, choice, controller, draft);
    }
    if (knob instanceof TextKnob text) {
      return new TextRow(path, text, controller, draft);
    }
    return new CountRow(path, (CountKnob) knob, controller, draft);
  }

  /** A choice between the kinds of a section, as if it were a knob. */
  private ChoiceKnob kinds(String path) {
    Section section =
        catalog.sections().stream()
            .filter(candidate -> candidate.pathOf("type").equals(path))
            .findFirst()
            .orElseThrow();
    List<Option> options =
        section.kinds().stream().map(kind -> Option.of(kind.id(), kind.title())).toList();
    Kind<?> chosen = section.kindOf(draft.config().section(section.path()));
    return Knobs.choice("type")
        .titled(section.title())
        .says(chosen.sentence())
        .nextRun()
        .among(options);
  }
}
