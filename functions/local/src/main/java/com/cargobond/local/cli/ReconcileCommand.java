package com.cargobond.local.cli;

import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.UnreadableFile;
import com.cargobond.local.identity.TokenHolder;
import com.cargobond.local.identity.TokenRole;
import com.cargobond.local.reconcile.CustomsDecision;
import com.cargobond.local.reconcile.CustomsList;
import com.cargobond.local.reconcile.CustomsReconciliation;
import com.cargobond.local.reconcile.LedgerClient;
import com.cargobond.local.reconcile.LedgerDecision;
import com.cargobond.local.reconcile.LedgerPayment;
import com.cargobond.local.reconcile.Reconciliation;
import com.cargobond.local.reconcile.ReconciliationReport;
import com.cargobond.local.reconcile.Statement;
import com.cargobond.local.reconcile.StatementReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "reconcile",
    description = {
      "Compares the bank's account statement (ISO 20022 camt.053) with the refunds of a running"
          + " system, and Customs' list with its approvals, and prints what is missing on either"
          + " side, differs, or contradicts itself."
    },
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:Bank, ledger and Customs agree.",
      "1:They do not, or the statement contradicts itself, or the system does not answer.",
      "2:A file cannot be read, or the command is wrong."
    })
final class ReconcileCommand implements Callable<Integer> {

  private final Path home;

  @Spec private CommandSpec spec;

  @Option(
      names = "--statement",
      required = true,
      paramLabel = "FILE",
      description = "What the bank booked, of one account or several.")
  private Path file;

  @Option(
      names = "--customs",
      paramLabel = "FILE",
      description = {
        "What Customs decided on the statement's days, as comma-separated values under the header",
        "depositId,approvalNo,decision,amount,currency; decision is REFUND or CONVERSION."
      })
  private Optional<Path> customsFile = Optional.empty();

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      paramLabel = "URL",
      description = "Where the system answers (default: ${DEFAULT-VALUE}).")
  private URI url;

  @Option(
      names = "--zone",
      defaultValue = "Asia/Shanghai",
      paramLabel = "ZONE",
      description =
          "Where the statement's times are from that have no offset (default: ${DEFAULT-VALUE}).")
  private ZoneId zone;

  @Mixin private GivenToken token = new GivenToken();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  ReconcileCommand(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    HttpAddress.require(spec, "--url", url);
    List<Statement> statements;
    Optional<List<CustomsDecision>> customs = Optional.empty();
    try {
      statements = StatementReader.read(file, new BareTimes(zone));
      if (customsFile.isPresent()) {
        customs = Optional.of(CustomsList.read(customsFile.get()));
      }
    } catch (UnreadableFile e) {
      spec.commandLine().getErr().println(e.getMessage());
      spec.commandLine().getErr().flush();
      return ExitCode.USAGE;
    }
    boolean agrees = true;
    ReconciliationReport report = new ReconciliationReport(spec.commandLine().getOut());
    try (LedgerClient ledger = new LedgerClient(url, token.value().orElseGet(this::ownToken))) {
      List<LedgerPayment> payments = new ArrayList<>();
      for (Statement statement : statements) {
        payments.addAll(ledger.paymentsFor(statement));
      }
      List<Reconciliation> found = Reconciliation.of(statements, payments);
      for (int i = 0; i < statements.size(); i++) {
        report.print(statements.get(i), found.get(i));
        agrees &= found.get(i).agrees() && statements.get(i).isInOrder();
      }
      if (customs.isPresent()) {
        CustomsReconciliation listed = compare(customs.get(), statements, ledger);
        report.print(listed);
        agrees &= listed.agrees();
      }
    }
    return agrees ? Cli.EXIT_OK : Cli.EXIT_REFUSED;
  }

  private static CustomsReconciliation compare(
      List<CustomsDecision> list, List<Statement> statements, LedgerClient ledger)
      throws IOException, InterruptedException {
    LocalDate from =
        statements.stream().map(Statement::from).min(LocalDate::compareTo).orElseThrow();
    LocalDate to = statements.stream().map(Statement::to).max(LocalDate::compareTo).orElseThrow();
    List<LedgerDecision> expected = ledger.decisionsOf(from, to);
    return CustomsReconciliation.of(
        list,
        expected,
        ledger.decisionsAbout(CustomsReconciliation.depositsOfOthers(list, expected)));
  }

  private String ownToken() {
    return Cli.tokens(home).sign(TokenHolder.of(TokenRole.OPS));
  }
}
