package com.cargobond.local.reconcile;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.reconcile.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Collects what is found while a statement is read. What one entry gets wrong is listed, and the
 * others are read all the same.
 */
final class Findings {

  private final List<Finding> found = new ArrayList<>();

  void add(Kind kind, XmlElement where, String what) {
    add(kind, where.line(), what);
  }

  void add(Kind kind, int line, String what) {
    found.add(new Finding(kind, line, what));
  }

  int size() {
    return found.size();
  }

  /** As they stand in the file. */
  List<Finding> inOrder() {
    return found.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }

  /** The value of an element, or a finding and nothing. */
  <T> Optional<T> read(XmlElement element, Function<XmlElement, T> reading) {
    try {
      return Optional.of(reading.apply(element));
    } catch (BrokenRule broken) {
      add(Kind.UNREADABLE, element, element.path() + ": " + broken.getMessage());
      return Optional.empty();
    }
  }

  /** The value of an element below another; nothing if it is not there. */
  <T> Optional<T> optional(XmlElement around, String below, Function<XmlElement, T> reading) {
    return around.first(below).flatMap(element -> read(element, reading));
  }

  /** The value of an element below another, or a finding and nothing. */
  <T> Optional<T> required(XmlElement around, String below, Function<XmlElement, T> reading) {
    Optional<XmlElement> element = around.first(below);
    if (element.isEmpty()) {
      add(Kind.UNREADABLE, around, around.path() + "/" + below + " is missing");
    }
    return element.flatMap(there -> read(there, reading));
  }
}
