package com.cargobond.local.sample;

/**
 * One CloudEvent of the sample day, ready to post.
 *
 * @param role who posts it: {@link #CARRIER} or {@link #CUSTOMS}
 * @param source the event's source; unique together with the id, unless repeated on purpose
 * @param id the event's id
 * @param type the event's type, such as {@code customs.duty-paid.v1}
 * @param houseWaybill the shipment that it is about
 * @param json the whole event as JSON text
 */
public record SampleEvent(
    String role, String source, String id, String type, String houseWaybill, String json) {

  /** The role that posts {@code cargo.*} events. */
  public static final String CARRIER = "CARRIER";

  /** The role that posts {@code customs.*} events. */
  public static final String CUSTOMS = "CUSTOMS";
}
