package com.cargobond.local.cli;

import com.cargobond.local.file.FileContent;
import com.cargobond.local.file.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The token to call with, where it is not one that this machine signs. It comes from a file or the
 * environment: arguments can be seen by every user of the machine.
 */
final class GivenToken {

  private static final String VARIABLE = "CARGOBOND_TOKEN";
  private static final long BYTES_MAX = 8192;
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  private final UnaryOperator<String> environment;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "Holds the token to call with; without it, the environment variable " + VARIABLE + " does",
        "(default: whoever is needed, signed on this machine)."
      })
  private Optional<Path> file = Optional.empty();

  GivenToken() {
    this(System::getenv);
  }

  GivenToken(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  @Option(names = "--token", arity = "0..1", hidden = true)
  void refuse(String shown) {
    throw wrong(
        "--token would show the token to every user of this machine: use --token-file FILE or the"
            + " environment variable "
            + VARIABLE);
  }

  /** The token, if one is given. */
  Optional<String> value() {
    if (file.isPresent()) {
      return Optional.of(token("--token-file " + file.get(), content(file.get())));
    }
    return Optional.ofNullable(environment.apply(VARIABLE)).map(value -> token(VARIABLE, value));
  }

  private String content(Path path) {
    try {
      return new String(FileContent.read(path, BYTES_MAX), StandardCharsets.ISO_8859_1);
    } catch (UnreadableFile unreadable) {
      throw wrong("--token-file " + unreadable.getMessage());
    }
  }

  private String token(String from, String text) {
    String token = text.strip();
    if (!TOKEN.matcher(token).matches()) {
      throw wrong(from + " must hold a token, and nothing else");
    }
    return token;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
