package grokscope.run.weights;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds all ways in which the matrices of a {@link Stack} make one network: which of them embed,
 * which lead to the answers, and whether the rest, in the order of their names, chain. Names settle
 * what they say; shapes settle the rest. One thread.
 */
final class StackSearch {
  private static final int MOST_MATRICES = 16;
  private static final int MOST_TURNED = 8;

  private final Stack stack;
  private final Set<StackPlan> plans = new LinkedHashSet<>();

  private StackSearch(Stack stack) {
    this.stack = stack;
  }

  /** All plans: those that turn all layers alike, or else those that turn some. */
  static List<StackPlan> plans(Stack stack) {
    StackSearch search = new StackSearch(stack);
    List<Stack.Layer> matrices = stack.matrices();
    if (matrices.size() > MOST_MATRICES) {
      return List.of();
    }
    int all = (1 << matrices.size()) - 1;
    boolean byModule = matrices.stream().allMatch(Stack.Layer::byModule);
    search.embeddings(all);
    if (!byModule) {
      search.embeddings(0);
    }
    if (search.plans.isEmpty() && matrices.size() <= MOST_TURNED) {
      for (int turned = 1; turned < all; turned++) {
        if (turnsNoSquare(matrices, turned)) {
          search.embeddings(turned);
        }
      }
    }
    return List.copyOf(search.plans);
  }

  private static boolean turnsNoSquare(List<Stack.Layer> matrices, int turned) {
    for (int i = 0; i < matrices.size(); i++) {
      boolean square = matrices.get(i).rows() == matrices.get(i).columns();
      if (square && (turned >> i & 1) == 1) {
        return false;
      }
    }
    return true;
  }

  /** With no, one or two of the matrices as embeddings: those named so, if some are. */
  private void embeddings(int turned) {
    List<Stack.Layer> matrices = stack.matrices();
    List<Integer> named = new ArrayList<>();
    for (int i = 0; i < matrices.size(); i++) {
      if (matrices.get(i).embeds()) {
        named.add(i);
      }
    }
    if (!named.isEmpty()) {
      if (named.size() <= 2) {
        outputs(named, turned);
      }
      return;
    }
    outputs(List.of(), turned);
    for (int i = 0; i < matrices.size(); i++) {
      outputs(List.of(i), turned);
      for (int j = i + 1; j < matrices.size(); j++) {
        outputs(List.of(i, j), turned);
      }
    }
  }

  /** With each of the others as the output, or with a tied one. */
  private void outputs(List<Integer> embedding, int turned) {
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < stack.matrices().size(); i++) {
      if (!embedding.contains(i)) {
        others.add(i);
      }
    }
    List<Integer> answering =
        others.stream().filter(i -> stack.matrices().get(i).answers()).toList();
    for (int output : answering.size() == 1 ? answering : others) {
      List<StackPlan.Use> chain = new ArrayList<>();
      others.stream().filter(i -> i != output).forEach(i -> chain.add(use(i, turned)));
      StackPlan.Use out = use(output, turned);
      embedded(embedding, out.out())
          .ifPresent(embeddings -> chain(embeddings, chain, out, out.out(), false));
    }
    if (embedding.size() == 1 && others.size() >= 2) {
      List<StackPlan.Use> chain = new ArrayList<>();
      others.forEach(i -> chain.add(use(i, turned)));
      StackPlan.Use back = chain.remove(chain.size() - 1);
      StackPlan.Use embed = use(embedding.get(0), 0);
      if (back.out() == embed.out() && embed.in() != embed.out()) {
        chain(List.of(embed), chain, back, embed.in(), true);
      }
    }
  }

  private StackPlan.Use use(int index, int turned) {
    return new StackPlan.Use(stack.matrices().get(index), (turned >> index & 1) == 1);
  }

  /** The embeddings as [tokens, width], where there are as many tokens as answers, or "=" more. */
  private Optional<List<StackPlan.Use>> embedded(List<Integer> indices, int answers) {
    List<StackPlan.Use> uses = new ArrayList<>();
    for (int index : indices) {
      StackPlan.Use usual = use(index, 0);
      boolean fits = usual.in() == answers || usual.in() == answers + 1;
      boolean turned = usual.out() == answers || usual.out() == answers + 1;
      if (!fits && (!turned || usual.layer().byModule())) {
        return Optional.empty();
      }
      uses.add(fits ? usual : new StackPlan.Use(usual.layer(), true));
    }
    boolean alike = uses.stream().map(StackPlan.Use::out).distinct().count() <= 1;
    return alike ? Optional.of(uses) : Optional.empty();
  }

  private void chain(
      List<StackPlan.Use> embeddings,
      List<StackPlan.Use> chain,
      StackPlan.Use output,
      int tokens,
      boolean tied) {
    int width = embeddings.isEmpty() ? tokens : embeddings.get(0).out();
    if (chain.isEmpty()) {
      if (embeddings.isEmpty() && output.in() == 2 * tokens) { // no hidden layer at all
        plans.add(new StackPlan(List.of(), List.of(), true, List.of(), Optional.of(output), false));
      }
      return;
    }
    StackPlan.Use first = chain.get(0);
    boolean goesOn = goesOn(chain.subList(1, chain.size()), first.out(), output);
    if (goesOn && first.in() == 2 * width) {
      add(embeddings, chain, 1, true, output, tied);
    }
    if (goesOn && first.in() == width) {
      add(embeddings, chain, 1, false, output, tied);
    }
    if (chain.size() > 1) {
      StackPlan.Use second = chain.get(1);
      boolean alike = second.in() == first.in() && second.out() == first.out();
      if (alike
          && first.in() == width
          && goesOn(chain.subList(2, chain.size()), first.out(), output)) {
        add(embeddings, chain, 2, true, output, tied);
      }
    } else if (embeddings.isEmpty() && alikeAnswers(first, output, tokens)) {
      plans.add(
          new StackPlan(
              List.of(), List.of(first, output), true, List.of(), Optional.empty(), false));
    }
  }

  /** Whether two matrices each lead from an operand to the answers. */
  private static boolean alikeAnswers(StackPlan.Use first, StackPlan.Use output, int tokens) {
    return first.in() == tokens
        && first.out() == tokens
        && output.in() == tokens
        && Stack.counted(first.layer().name()).compareTo(Stack.counted(output.layer().name())) < 0;
  }

  private static boolean goesOn(List<StackPlan.Use> hidden, int width, StackPlan.Use output) {
    return output.in() == width
        && hidden.stream().allMatch(use -> use.in() == width && use.out() == width);
  }

  private void add(
      List<StackPlan.Use> embeddings,
      List<StackPlan.Use> chain,
      int firsts,
      boolean joined,
      StackPlan.Use output,
      boolean tied) {
    plans.add(
        new StackPlan(
            embeddings,
            chain.subList(0, firsts),
            joined,
            chain.subList(firsts, chain.size()),
            Optional.of(output),
            tied));
  }
}
