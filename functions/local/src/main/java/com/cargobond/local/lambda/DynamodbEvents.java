package com.cargobond.local.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Makes of stream records the event that Lambda hands to a function. */
final class DynamodbEvents {

  private DynamodbEvents() {}

  /** One event for all records, in their order. */
  static DynamodbEvent from(String streamArn, List<Record> records) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records.stream().map(each -> streamRecord(streamArn, each)).toList());
    return event;
  }

  private static DynamodbStreamRecord streamRecord(String streamArn, Record from) {
    DynamodbStreamRecord to = new DynamodbStreamRecord();
    to.setEventID(from.eventID());
    to.setEventName(from.eventNameAsString());
    to.setEventVersion(from.eventVersion());
    to.setEventSource(from.eventSource());
    to.setAwsRegion(from.awsRegion());
    to.setEventSourceARN(streamArn);
    to.setDynamodb(change(from.dynamodb()));
    if (from.userIdentity() != null) {
      to.setUserIdentity(
          new Identity()
              .withPrincipalId(from.userIdentity().principalId())
              .withType(from.userIdentity().type()));
    }
    return to;
  }

  private static StreamRecord change(
      software.amazon.awssdk.services.dynamodb.model.StreamRecord from) {
    StreamRecord to = new StreamRecord();
    to.setApproximateCreationDateTime(Date.from(from.approximateCreationDateTime()));
    to.setKeys(image(from.keys()));
    to.setSequenceNumber(from.sequenceNumber());
    to.setSizeBytes(from.sizeBytes());
    to.setStreamViewType(StreamViewType.fromValue(from.streamViewTypeAsString()));
    if (from.hasNewImage()) {
      to.setNewImage(image(from.newImage()));
    }
    if (from.hasOldImage()) {
      to.setOldImage(image(from.oldImage()));
    }
    return to;
  }

  private static Map<String, AttributeValue> image(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> from) {
    Map<String, AttributeValue> to = new HashMap<>();
    from.forEach((name, value) -> to.put(name, value(value)));
    return to;
  }

  private static AttributeValue value(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue from) {
    AttributeValue to = new AttributeValue();
    switch (from.type()) {
      case S -> to.setS(from.s());
      case N -> to.setN(from.n());
      case B -> to.setB(from.b().asByteBuffer());
      case SS -> to.setSS(from.ss());
      case NS -> to.setNS(from.ns());
      case BS -> to.setBS(from.bs().stream().map(SdkBytes::asByteBuffer).toList());
      case M -> to.setM(image(from.m()));
      case L -> to.setL(from.l().stream().map(DynamodbEvents::value).toList());
      case BOOL -> to.setBOOL(from.bool());
      case NUL -> to.setNULL(from.nul());
      default -> throw new IllegalArgumentException("unknown attribute type: " + from);
    }
    return to;
  }
}
