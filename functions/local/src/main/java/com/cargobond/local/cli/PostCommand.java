package com.cargobond.local.cli;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.UnreadableFile;
import com.cargobond.local.post.EventFiles;
import com.cargobond.local.post.PostClient;
import com.cargobond.local.post.XfzbOptions;
import com.cargobond.local.sample.SampleDay;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "post",
    description = {
      "Posts files of CloudEvents (JSON, one or an array) or IATA Cargo-XML house waybills"
          + " (XFZB 3.00) to a running system and prints what became of each event:",
      "accepted; refused, for good; or again, which the same command may mend later."
    },
    sortOptions = false)
final class PostCommand implements Callable<Integer> {

  private final Path home;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to post, in this order.")
  private List<Path> files;

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      paramLabel = "URL",
      description = "Where the system answers (default: ${DEFAULT-VALUE}).")
  private URI url;

  @Mixin private GivenToken token = new GivenToken();

  @Option(
      names = "--operator",
      defaultValue = SampleDay.USCC,
      paramLabel = "USCC",
      description =
          "Whose shipments the house waybills are (default: the sample's ${DEFAULT-VALUE}).")
  private String operator;

  @Option(
      names = "--class",
      defaultValue = "C",
      paramLabel = "A|B|C",
      description = "The customs class of the house waybills (default: ${DEFAULT-VALUE}).")
  private ShipmentClass shipmentClass;

  @Option(
      names = "--zone",
      defaultValue = "Asia/Shanghai",
      paramLabel = "ZONE",
      description =
          "Where the times of house waybills are from that have no offset"
              + " (default: ${DEFAULT-VALUE}).")
  private ZoneId zone;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  PostCommand(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    HttpAddress.require(spec, "--url", url);
    EventFiles events =
        new EventFiles(new XfzbOptions(operator(), shipmentClass, new BareTimes(zone)));
    PostReport report = new PostReport(spec.commandLine().getOut());
    try (PostClient client =
        new PostClient(url, token.value(), caller -> Cli.tokens(home).sign(caller))) {
      for (Path file : files) {
        try {
          client.post(events.read(file), report::print);
        } catch (UnreadableFile e) {
          report.countUnreadable();
          spec.commandLine().getErr().println(e.getMessage());
        }
      }
    }
    report.printSummary();
    spec.commandLine().getErr().flush();
    return report.isAllAccepted() ? Cli.EXIT_OK : Cli.EXIT_REFUSED;
  }

  private Uscc operator() {
    try {
      return new Uscc(operator);
    } catch (BrokenRule e) {
      throw new ParameterException(spec.commandLine(), "--operator " + e.getMessage());
    }
  }
}
