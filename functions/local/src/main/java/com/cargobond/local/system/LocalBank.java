package com.cargobond.local.system;

import com.cargobond.local.bank.BankBook;
import com.cargobond.local.bank.BankDelays;
import com.cargobond.local.bank.HttpOutcomeNotifier;
import com.cargobond.local.bank.SeededSchedule;
import com.cargobond.local.bank.StandInBank;
import com.cargobond.local.cli.Chaos;
import com.cargobond.local.cli.RunOptions;
import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.TokenHolder;
import com.cargobond.local.identity.TokenRole;
import com.cargobond.local.identity.Tokens;
import java.net.URI;
import java.time.Clock;

/** The stand-in bank of this machine, with its book and the way in which it tells outcomes. */
record LocalBank(StandInBank bank, BankBook book, HttpOutcomeNotifier notifier)
    implements AutoCloseable {

  private static final int ANY_PORT = 0;

  static LocalBank open(RunOptions options, MachineKey key) {
    Tokens tokens = new Tokens(key);
    BankBook book =
        options
            .data()
            .map(directory -> BankBook.in(directory.resolve("bank.jsonl")))
            .orElseGet(BankBook::inMemory);
    HttpOutcomeNotifier notifier =
        new HttpOutcomeNotifier(
            URI.create("http://localhost:" + options.port()),
            () -> tokens.sign(TokenHolder.of(TokenRole.BANK)));
    StandInBank bank =
        new StandInBank(
            ANY_PORT,
            SystemContext.BANK_TOKEN,
            new SeededSchedule(
                options.chaos().map(Chaos::seed).orElse(SeededSchedule.USUAL_SEED), options.bank()),
            book,
            notifier,
            options.chaos().isPresent() ? BankDelays.BRIEF : BankDelays.USUAL,
            Clock.systemUTC());
    return new LocalBank(bank, book, notifier);
  }

  URI url() {
    return bank.url();
  }

  @Override
  public void close() {
    bank.close();
    notifier.close();
    book.close();
  }
}
