package grokscope.ui.knob;

import grokscope.config.Acts;
import grokscope.config.Catalog;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Section;
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
    if (knob instanceof Knob.Whole whole) {
      return new NumberRow(path, whole, SliderScale.of(whole), slider, controller, draft);
    }
    if (knob instanceof Knob.Real real) {
      return new NumberRow(path, real, SliderScale.of(real), slider, controller, draft);
    }
    if (knob instanceof Knob.Choice choice) {
      return new ChoiceRow(path, choice, controller, draft);
    }
    if (knob instanceof Knob.Text text) {
      return new TextRow(path, text, controller, draft);
    }
    return new CountRow(path, (Knob.Count) knob, controller, draft);
  }

  /** A choice between the kinds of a section, as if it were a knob. */
  private Knob.Choice kinds(String path) {
    Section section =
        catalog.sections().stream()
            .filter(candidate -> candidate.pathOf("type").equals(path))
            .findFirst()
            .orElseThrow();
    List<Knob.Option> options =
        section.kinds().stream().map(kind -> new Knob.Option(kind.id(), kind.title())).toList();
    Kind<?> chosen = section.kindOf(draft.config().section(section.path()));
    return new Knob.Choice(
        "type", section.title(), chosen.sentence(), Acts.NEXT_RUN, options.get(0).id(), options);
  }
}
