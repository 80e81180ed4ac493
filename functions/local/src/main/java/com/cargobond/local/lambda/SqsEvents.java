package com.cargobond.local.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Makes of received messages the event that Lambda hands to a function. */
record SqsEvents(String queueArn) {

  private static final String EVENT_SOURCE = "aws:sqs";

  /** One event for all messages, in their order. */
  SQSEvent from(List<Message> messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(this::message).toList());
    return event;
  }

  private SQSMessage message(Message message) {
    SQSMessage record = new SQSMessage();
    record.setMessageId(message.messageId());
    record.setReceiptHandle(message.receiptHandle());
    record.setBody(message.body());
    record.setMd5OfBody(message.md5OfBody());
    record.setMd5OfMessageAttributes(message.md5OfMessageAttributes());
    record.setAttributes(new HashMap<>(message.attributesAsStrings()));
    record.setMessageAttributes(attributes(message.messageAttributes()));
    record.setEventSource(EVENT_SOURCE);
    record.setEventSourceArn(queueArn);
    record.setAwsRegion(queueArn.split(":")[3]);
    return record;
  }

  private static Map<String, MessageAttribute> attributes(
      Map<String, MessageAttributeValue> values) {
    Map<String, MessageAttribute> attributes = new HashMap<>();
    values.forEach(
        (name, value) -> {
          MessageAttribute attribute = new MessageAttribute();
          attribute.setDataType(value.dataType());
          attribute.setStringValue(value.stringValue());
          if (value.binaryValue() != null) {
            attribute.setBinaryValue(value.binaryValue().asByteBuffer());
          }
          attributes.put(name, attribute);
        });
    return attributes;
  }
}
