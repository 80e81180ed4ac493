package com.cargobond.infra;

import com.cargobond.store.deployment.EventFunction;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.constructs.Construct;

/** Invokes a function by the clock. In a standby it is there, and off. */
final class FunctionSchedule extends Construct {

  FunctionSchedule(Stack stack, Site site, EventFunction function, DeployedFunction deployed) {
    super(stack, capitalised(function.functionName()));
    Role role =
        Role.Builder.create(this, "Role")
            .description("Lets the schedule invoke " + function.functionName())
            .assumedBy(new ServicePrincipal("scheduler.amazonaws.com"))
            .build();
    Policy policy =
        Policy.Builder.create(this, "Rights")
            .roles(List.of(role))
            .statements(
                List.of(
                    Rights.allow(
                        List.of("lambda:InvokeFunction"),
                        List.of(deployed.live().getFunctionArn()))))
            .build();
    CfnSchedule schedule =
        CfnSchedule.Builder.create(this, "Schedule")
            .name(site.prefix() + function.functionName())
            .scheduleExpression(
                "rate(" + function.interval().orElseThrow().toMinutes() + " minutes)")
            .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
            .state(site.isActive() ? "ENABLED" : "DISABLED")
            .target(
                TargetProperty.builder()
                    .arn(deployed.live().getFunctionArn())
                    .roleArn(role.getRoleArn())
                    // The next run sees to what this one did not.
                    .retryPolicy(RetryPolicyProperty.builder().maximumRetryAttempts(0).build())
                    .build())
            .build();
    schedule.getNode().addDependency(policy);
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
