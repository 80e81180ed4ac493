package com.cargobond.local.system;

import com.cargobond.local.lambda.FunctionProcesses;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A system that is up.
 *
 * @param functions where functions are invoked by name
 * @param sqs its queues
 * @param waitForExit returns when a person stops the system
 * @param payers the processes that pay refunds, where they are processes of their own; first those
 *     that do nothing else
 */
record Running(
    URI functions, SqsClient sqs, Runnable waitForExit, List<FunctionProcesses> payers) {}
