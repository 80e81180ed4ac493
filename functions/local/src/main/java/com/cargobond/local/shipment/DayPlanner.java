package com.cargobond.local.shipment;

import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.Fen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Decides what becomes of each shipment of the day; the counts are fixed, who it hits is drawn. */
final class DayPlanner {

  private static final int DOCUMENTS = 300;
  private static final int ARTICLES = 500;
  private static final int AMENDED = 160;
  private static final int INSPECTED = 40;
  private static final int DISCREPANT = 20;
  private static final int DISORDERED = 200;

  /** What happens once, each to a shipment of its own that has nothing else to it. */
  private static final List<ShipmentOutcome> SINGULAR =
      List.of(
          ShipmentOutcome.REVERSED_AND_PAID_AGAIN,
          ShipmentOutcome.OVERPAID,
          ShipmentOutcome.CANCELLED_AFTER_RELEASE,
          ShipmentOutcome.DEFAULTED,
          ShipmentOutcome.RELEASED_WITHOUT_COVER);

  private static final int REFUSED = 5;

  /** 692.30 of duty, which leaves 307.70 of the individual guarantee. */
  private static final ShipmentContents CONSUMING = new ShipmentContents("C", 3_500_00, 6);

  private final RandomGenerator random;
  private final List<ShipmentContents> goods = new ArrayList<>();
  private final List<ShipmentOutcome> outcomes;
  private final List<Integer> dutiable;
  private final int generalCount;

  private DayPlanner(RandomGenerator random) {
    this.random = random;
    this.generalCount = ShipmentDay.SHIPMENTS - individualPlans().size();
    drawGoods();
    this.outcomes = new ArrayList<>(Collections.nCopies(generalCount, ShipmentOutcome.PAID));
    this.dutiable = shuffled(index -> goods.get(index).taxFen() > 0);
    drawOutcomes();
  }

  static List<ShipmentPlan> plan(RandomGenerator random) {
    DayPlanner planner = new DayPlanner(random);
    List<ShipmentPlan> plans = planner.generalPlans();
    plans.addAll(planner.individualPlans());
    return plans;
  }

  private void drawGoods() {
    for (int i = 0; i < generalCount; i++) {
      goods.add(
          i < DOCUMENTS
              ? ShipmentContents.documents()
              : i < DOCUMENTS + ARTICLES
                  ? ShipmentContents.articles(random)
                  : ShipmentContents.goods(random));
    }
    Collections.shuffle(goods, random);
  }

  private void drawOutcomes() {
    int next = 0;
    for (ShipmentOutcome outcome : SINGULAR) {
      outcomes.set(dutiable.get(next++), outcome);
    }
    for (ShipmentOutcome outcome :
        deck(
            280,
            ShipmentOutcome.UNPAID,
            80,
            ShipmentOutcome.UNASSESSED,
            40,
            ShipmentOutcome.PART_PAID)) {
      outcomes.set(dutiable.get(next++), outcome);
    }
    List<Integer> others = shuffled(index -> outcomes.get(index) == ShipmentOutcome.PAID);
    next = 0;
    for (ShipmentOutcome outcome :
        deck(
            60,
            ShipmentOutcome.CANCELLED,
            25,
            ShipmentOutcome.RE_EXPORTED,
            15,
            ShipmentOutcome.PAID_AND_RE_EXPORTED)) {
      outcomes.set(others.get(next++), outcome);
    }
  }

  private List<ShipmentPlan> generalPlans() {
    Set<Integer> amended = pick(AMENDED, index -> goods.get(index).shipmentClass().equals("C"));
    Set<Integer> inspected = pick(INSPECTED, index -> true);
    Set<Integer> discrepant = pick(DISCREPANT, index -> true);
    Set<Integer> disordered = pick(DISORDERED, index -> true);
    List<ShipmentPlan> plans = new ArrayList<>();
    for (int i = 0; i < generalCount; i++) {
      List<ShipmentContents> versions = versions(goods.get(i), amended.contains(i));
      long estimateFen = versions.getLast().taxFen();
      plans.add(
          new ShipmentPlan(
              i + 1,
              SampleGuarantee.GENERAL,
              purpose(),
              versions,
              SINGULAR.contains(outcomes.get(i)) ? estimateFen : assessed(estimateFen),
              outcomes.get(i),
              inspected.contains(i),
              discrepant.contains(i),
              disordered.contains(i)));
    }
    return plans;
  }

  private List<ShipmentPlan> individualPlans() {
    List<ShipmentPlan> plans = new ArrayList<>();
    plans.add(individual(0, CONSUMING, ShipmentOutcome.PAID));
    for (int i = 1; i <= REFUSED; i++) {
      plans.add(
          individual(
              i, new ShipmentContents("C", 2_500_00 + i * 200_00, 10), ShipmentOutcome.REFUSED));
    }
    plans.add(
        individual(
            REFUSED + 1,
            new ShipmentContents("C", 4_400_00, 8),
            ShipmentOutcome.RELEASED_AFTER_REFUSAL));
    return plans;
  }

  private static ShipmentPlan individual(
      int index, ShipmentContents goods, ShipmentOutcome outcome) {
    int serial = ShipmentDay.SHIPMENTS - REFUSED - 1 + index;
    return new ShipmentPlan(
        serial,
        SampleGuarantee.INDIVIDUAL,
        "PAYMENT_TERM",
        List.of(goods),
        goods.taxFen(),
        outcome,
        false,
        false,
        false);
  }

  private List<ShipmentContents> versions(ShipmentContents first, boolean amended) {
    if (!amended) {
      return List.of(first);
    }
    ShipmentContents second = first.revalued(random);
    boolean again = random.nextInt(4) == 0;
    return again ? List.of(first, second, second.revalued(random)) : List.of(first, second);
  }

  /** Mostly what was estimated; of ten, one a little less and one a little more. */
  private long assessed(long estimateFen) {
    int percent = random.nextInt(1, 4);
    return switch (random.nextInt(10)) {
      case 0 -> Fen.percent(estimateFen, 100 - percent);
      case 1 -> Fen.percent(estimateFen, 100 + percent);
      default -> estimateFen;
    };
  }

  private String purpose() {
    int roll = random.nextInt(10);
    return roll < 6 ? "CONSOLIDATED" : roll < 9 ? "PAYMENT_TERM" : "TAX_ELEMENT";
  }

  /** Draws shipments to which nothing singular happens. */
  private Set<Integer> pick(int count, IntPredicate which) {
    List<Integer> candidates =
        shuffled(index -> !SINGULAR.contains(outcomes.get(index)) && which.test(index));
    return new HashSet<>(candidates.subList(0, count));
  }

  private List<Integer> shuffled(IntPredicate which) {
    List<Integer> indices =
        new ArrayList<>(IntStream.range(0, generalCount).filter(which).boxed().toList());
    Collections.shuffle(indices, random);
    return indices;
  }

  private static List<ShipmentOutcome> deck(
      int firstCount,
      ShipmentOutcome first,
      int secondCount,
      ShipmentOutcome second,
      int thirdCount,
      ShipmentOutcome third) {
    List<ShipmentOutcome> deck = new ArrayList<>();
    deck.addAll(Collections.nCopies(firstCount, first));
    deck.addAll(Collections.nCopies(secondCount, second));
    deck.addAll(Collections.nCopies(thirdCount, third));
    return deck;
  }
}
