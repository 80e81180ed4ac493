package com.cargobond.domain.readme;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture of states in Mermaid's words. An arrow from or to a group of states is one from or to
 * each of them.
 *
 * @param start where all begins
 */
record StateDiagram(String start, Set<Transition> arrows) {

  private static final String OUTSIDE = "[*]";
  private static final Pattern ARROW = Pattern.compile("(\\S+) --> (\\S+)( : .+)?");
  private static final Pattern GROUP = Pattern.compile("state (?:\".+\" as )?(\\w+) \\{");

  /** The diagram below a heading of the README. */
  static StateDiagram below(String heading) {
    Map<String, Set<String>> groups = new HashMap<>();
    Map<String, Set<String>> drawn = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (String line : Readme.section(heading).diagram().toList()) {
      Matcher arrow = ARROW.matcher(line);
      Matcher group = GROUP.matcher(line);
      if (arrow.matches()) {
        drawn.computeIfAbsent(arrow.group(1), from -> new TreeSet<>()).add(arrow.group(2));
      } else if (group.matches()) {
        open.push(group.group(1));
        groups.put(group.group(1), new TreeSet<>());
      } else if (line.equals("}")) {
        open.pop();
      } else if (!open.isEmpty()) {
        groups.get(open.peek()).add(line);
      }
    }
    return new StateDiagram(
        drawn.get(OUTSIDE).iterator().next(),
        drawn.entrySet().stream()
            .filter(from -> !from.getKey().equals(OUTSIDE))
            .flatMap(
                from ->
                    from.getValue().stream()
                        .filter(to -> !to.equals(OUTSIDE))
                        .flatMap(to -> each(groups, from.getKey(), to)))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Stream<Transition> each(Map<String, Set<String>> groups, String from, String to) {
    return groups.getOrDefault(from, Set.of(from)).stream()
        .flatMap(
            one ->
                groups.getOrDefault(to, Set.of(to)).stream()
                    .map(other -> new Transition(one, other)));
  }

  /** Every way along one arrow or several. */
  Set<Transition> ways() {
    Set<Transition> ways = new TreeSet<>(arrows);
    int before;
    do {
      before = ways.size();
      Set<Transition> longer = new TreeSet<>();
      for (Transition way : ways) {
        arrows.stream()
            .filter(arrow -> arrow.from().equals(way.to()))
            .forEach(arrow -> longer.add(new Transition(way.from(), arrow.to())));
      }
      ways.addAll(longer);
    } while (ways.size() > before);
    return ways;
  }
}
