package com.cargobond.local.reconcile;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.file.UnreadableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An element of a file with all that is in it.
 *
 * @param path its name behind those of the elements around it, such as {@code Stmt/Ntry/Amt}
 * @param line where it begins
 * @param text its own text, without blanks around it
 */
record XmlElement(
    Path file,
    String path,
    int line,
    Map<String, String> attributes,
    String text,
    List<XmlElement> children) {

  XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  boolean isAt(String expectedPath) {
    return path.equals(expectedPath);
  }

  /** Every element at a path below this one, in the file's order. */
  List<XmlElement> all(String below) {
    int slash = below.indexOf('/');
    String name = path + "/" + (slash < 0 ? below : below.substring(0, slash));
    List<XmlElement> found = children.stream().filter(child -> child.isAt(name)).toList();
    return slash < 0
        ? found
        : found.stream().flatMap(child -> child.all(below.substring(slash + 1)).stream()).toList();
  }

  Optional<XmlElement> first(String below) {
    return all(below).stream().findFirst();
  }

  /**
   * The first element at a path below this one.
   *
   * @throws UnreadableFile with the line of what lacks it
   */
  XmlElement required(String below) throws UnreadableFile {
    int slash = below.indexOf('/');
    Optional<XmlElement> child = first(slash < 0 ? below : below.substring(0, slash));
    if (child.isEmpty()) {
      throw new UnreadableFile(file, line, path + "/" + below + " is missing");
    }
    return slash < 0 ? child.get() : child.get().required(below.substring(slash + 1));
  }

  /** The value of an element that may be missing. */
  <T> Optional<T> optional(String below, Function<String, T> reading) throws UnreadableFile {
    Optional<XmlElement> found = first(below);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get().read(reading));
  }

  /** The value of the text. */
  <T> T read(Function<String, T> reading) throws UnreadableFile {
    try {
      return reading.apply(text);
    } catch (BrokenRule broken) {
      throw wrong(broken.getMessage());
    }
  }

  /** Its name without those of the elements around it. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  UnreadableFile wrong(String rule) {
    return new UnreadableFile(file, line, path + ": " + rule);
  }
}
