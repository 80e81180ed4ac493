package com.cargobond.local.sample;

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
  private static final List<Fate> SINGULAR =
      List.of(
          Fate.REVERSED_AND_PAID_AGAIN,
          Fate.OVERPAID,
          Fate.CANCELLED_AFTER_RELEASE,
          Fate.DEFAULTED,
          Fate.RELEASED_WITHOUT_COVER);

  private static final int REFUSED = 5;

  /** 692.30 of duty, which leaves 307.70 of the individual guarantee. */
  private static final ShipmentContents CONSUMING = new ShipmentContents("C", 3_500_00, 6);

  private final RandomGenerator random;
  private final List<ShipmentContents> goods = new ArrayList<>();
  private final List<Fate> fates;
  private final List<Integer> dutiable;
  private final int generalCount;

  private DayPlanner(RandomGenerator random) {
    this.random = random;
    this.generalCount = SampleDay.SHIPMENTS - individualPlans().size();
    drawGoods();
    this.fates = new ArrayList<>(Collections.nCopies(generalCount, Fate.PAID));
    this.dutiable = shuffled(index -> goods.get(index).taxFen() > 0);
    drawFates();
  }

  static List<Plan> plan(RandomGenerator random) {
    DayPlanner planner = new DayPlanner(random);
    List<Plan> plans = planner.generalPlans();
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

  private void drawFates() {
    int next = 0;
    for (Fate fate : SINGULAR) {
      fates.set(dutiable.get(next++), fate);
    }
    for (Fate fate : deck(280, Fate.UNPAID, 80, Fate.UNASSESSED, 40, Fate.PART_PAID)) {
      fates.set(dutiable.get(next++), fate);
    }
    List<Integer> others = shuffled(index -> fates.get(index) == Fate.PAID);
    next = 0;
    for (Fate fate :
        deck(60, Fate.CANCELLED, 25, Fate.RE_EXPORTED, 15, Fate.PAID_AND_RE_EXPORTED)) {
      fates.set(others.get(next++), fate);
    }
  }

  private List<Plan> generalPlans() {
    Set<Integer> amended = pick(AMENDED, index -> goods.get(index).shipmentClass().equals("C"));
    Set<Integer> inspected = pick(INSPECTED, index -> true);
    Set<Integer> discrepant = pick(DISCREPANT, index -> true);
    Set<Integer> disordered = pick(DISORDERED, index -> true);
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < generalCount; i++) {
      List<ShipmentContents> versions = versions(goods.get(i), amended.contains(i));
      long estimateFen = versions.getLast().taxFen();
      plans.add(
          new Plan(
              i + 1,
              SampleGuarantee.GENERAL,
              purpose(),
              versions,
              SINGULAR.contains(fates.get(i)) ? estimateFen : assessed(estimateFen),
              fates.get(i),
              inspected.contains(i),
              discrepant.contains(i),
              disordered.contains(i)));
    }
    return plans;
  }

  private List<Plan> individualPlans() {
    List<Plan> plans = new ArrayList<>();
    plans.add(individual(0, CONSUMING, Fate.PAID));
    for (int i = 1; i <= REFUSED; i++) {
      plans.add(individual(i, new ShipmentContents("C", 2_500_00 + i * 200_00, 10), Fate.REFUSED));
    }
    plans.add(
        individual(
            REFUSED + 1, new ShipmentContents("C", 4_400_00, 8), Fate.RELEASED_AFTER_REFUSAL));
    return plans;
  }

  private static Plan individual(int index, ShipmentContents goods, Fate fate) {
    int serial = SampleDay.SHIPMENTS - REFUSED - 1 + index;
    return new Plan(
        serial,
        SampleGuarantee.INDIVIDUAL,
        "PAYMENT_TERM",
        List.of(goods),
        goods.taxFen(),
        fate,
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
        shuffled(index -> !SINGULAR.contains(fates.get(index)) && which.test(index));
    return new HashSet<>(candidates.subList(0, count));
  }

  private List<Integer> shuffled(IntPredicate which) {
    List<Integer> indices =
        new ArrayList<>(IntStream.range(0, generalCount).filter(which).boxed().toList());
    Collections.shuffle(indices, random);
    return indices;
  }

  private static List<Fate> deck(
      int firstCount, Fate first, int secondCount, Fate second, int thirdCount, Fate third) {
    List<Fate> deck = new ArrayList<>();
    deck.addAll(Collections.nCopies(firstCount, first));
    deck.addAll(Collections.nCopies(secondCount, second));
    deck.addAll(Collections.nCopies(thirdCount, third));
    return deck;
  }
}
