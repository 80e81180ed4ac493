package com.cargobond.local.system;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.cargobond.events.OutboxBatch;
import java.util.function.Function;

/** The event functions, wherever they run. */
record Functions(
    Function<SQSEvent, SQSBatchResponse> applyEvents,
    Function<OutboxBatch, StreamsEventResponse> publish,
    Function<SQSEvent, SQSBatchResponse> payRefunds,
    Function<SQSEvent, SQSBatchResponse> keepDeadLetters,
    Runnable sweep) {}
