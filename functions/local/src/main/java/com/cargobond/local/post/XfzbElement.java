package com.cargobond.local.post;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.file.UnreadableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An element of a house waybill message with what is read of it. There is no way to take the first
 * of several: where one is expected, a second is an error.
 *
 * @param path its name behind those of the elements around it, each with its namespace's prefix
 * @param line where it begins
 * @param attributes those without a namespace
 * @param text its own text, without blanks around it
 */
record XfzbElement(
    Path file,
    String path,
    int line,
    Map<String, String> attributes,
    String text,
    List<XfzbElement> children) {

  XfzbElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** Every element of a name in this one, in the file's order. */
  List<XfzbElement> all(String name) {
    return children.stream().filter(child -> child.path.equals(path + "/" + name)).toList();
  }

  /** Every element of a name in this one, of which there must be some. */
  List<XfzbElement> some(String name) throws UnreadableFile {
    List<XfzbElement> found = all(name);
    if (found.isEmpty()) {
      throw new UnreadableFile(file, line, readable(path + "/" + name) + " is missing");
    }
    return found;
  }

  /** The one element of a name in this one. */
  XfzbElement one(String name) throws UnreadableFile {
    List<XfzbElement> found = some(name);
    if (found.size() > 1) {
      throw found.get(1).wrong("must not be there twice");
    }
    return found.getFirst();
  }

  /** The one element of a name in this one, which may be missing or empty. */
  Optional<XfzbElement> optional(String name) throws UnreadableFile {
    return all(name).isEmpty()
        ? Optional.empty()
        : Optional.of(one(name)).filter(element -> !element.text.isEmpty());
  }

  /** The value of an element that may be missing or empty. */
  <T> Optional<T> optional(String name, Function<String, T> reading) throws UnreadableFile {
    Optional<XfzbElement> element = optional(name);
    return element.isEmpty() ? Optional.empty() : Optional.of(element.get().read(reading));
  }

  /** The value of an element that must be there. */
  <T> T required(String name, Function<String, T> reading) throws UnreadableFile {
    return one(name).read(reading);
  }

  /** The value of the text. */
  <T> T read(Function<String, T> reading) throws UnreadableFile {
    try {
      return reading.apply(text);
    } catch (BrokenRule broken) {
      throw wrong(broken.getMessage());
    }
  }

  /** Says what is wrong with the element. */
  UnreadableFile wrong(String rule) {
    return new UnreadableFile(file, line, readable(path) + ": " + rule);
  }

  /** As a reader of the file sees it, without prefixes. */
  private static String readable(String path) {
    return path.replaceAll("/[md]:", "/").substring(1);
  }
}
