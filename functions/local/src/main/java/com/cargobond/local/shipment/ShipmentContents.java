package com.cargobond.local.shipment;

import com.cargobond.local.sample.Fen;
import java.util.random.RandomGenerator;

/**
 * What a shipment contains, as far as its taxes depend on it.
 *
 * @param shipmentClass A documents, B personal articles, C goods
 * @param valueFen the declared value
 * @param ratePercent the articles tax of class B, the import duty of class C
 */
record ShipmentContents(String shipmentClass, long valueFen, int ratePercent) {

  private static final long VALUE_FEN_MAX_B = 1_000_00;
  private static final long VALUE_FEN_MAX_C = 5_000_00;
  private static final long TAX_FEN_EXEMPT_B = 50_00;
  private static final int VAT_PERCENT = 13;
  private static final int[] RATES_B = {13, 13, 20, 50};
  private static final int[] RATES_C = {0, 3, 5, 6, 8, 10, 12, 15};

  static ShipmentContents documents() {
    return new ShipmentContents("A", 0, 0);
  }

  static ShipmentContents articles(RandomGenerator random) {
    long value = random.nextLong(60_00, VALUE_FEN_MAX_B + 1);
    return new ShipmentContents("B", value, RATES_B[random.nextInt(RATES_B.length)]);
  }

  static ShipmentContents goods(RandomGenerator random) {
    // The lower of two draws: cheap parcels are more frequent than dear ones.
    long value =
        Math.min(
            random.nextLong(200_00, VALUE_FEN_MAX_C + 1),
            random.nextLong(200_00, VALUE_FEN_MAX_C + 1));
    return new ShipmentContents("C", value, RATES_C[random.nextInt(RATES_C.length)]);
  }

  /** The same goods at a value that is 5 to 30 % higher or lower, within what class C allows. */
  ShipmentContents revalued(RandomGenerator random) {
    int change = random.nextInt(5, 31);
    long higher = Fen.percent(valueFen, 100 + change);
    boolean raise = random.nextBoolean() && higher <= VALUE_FEN_MAX_C;
    return new ShipmentContents(
        shipmentClass, raise ? higher : Fen.percent(valueFen, 100 - change), ratePercent);
  }

  /** All taxes on the goods. */
  long taxFen() {
    return switch (shipmentClass) {
      case "A" -> 0;
      case "B" -> {
        long tax = Fen.percent(valueFen, ratePercent);
        yield tax <= TAX_FEN_EXEMPT_B ? 0 : tax;
      }
      default -> {
        long duty = Fen.percent(valueFen, ratePercent);
        yield duty + Fen.percent(valueFen + duty, VAT_PERCENT);
      }
    };
  }
}
