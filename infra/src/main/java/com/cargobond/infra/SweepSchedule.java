package com.cargobond.infra;

import com.cargobond.store.EventFunction;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.constructs.Construct;

/** Invokes the sweep. In a standby it is there, and off. */
final class SweepSchedule extends Construct {

  SweepSchedule(Stack stack, Site site, DeployedFunction sweep) {
    super(stack, "Sweep");
    Role role =
        Role.Builder.create(this, "Role")
            .description("Lets the schedule invoke the sweep")
            .assumedBy(new ServicePrincipal("scheduler.amazonaws.com"))
            .build();
    Policy policy =
        Policy.Builder.create(this, "Rights")
            .roles(List.of(role))
            .statements(
                List.of(
                    Rights.allow(
                        List.of("lambda:InvokeFunction"), List.of(sweep.live().getFunctionArn()))))
            .build();
    CfnSchedule schedule =
        CfnSchedule.Builder.create(this, "Schedule")
            .name(site.prefix() + EventFunction.SWEEP.functionName())
            .scheduleExpression("rate(" + EventFunction.SWEEP_INTERVAL.toMinutes() + " minutes)")
            .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
            .state(site.isActive() ? "ENABLED" : "DISABLED")
            .target(
                TargetProperty.builder()
                    .arn(sweep.live().getFunctionArn())
                    .roleArn(role.getRoleArn())
                    // The next run sees to what this one did not.
                    .retryPolicy(RetryPolicyProperty.builder().maximumRetryAttempts(0).build())
                    .build())
            .build();
    schedule.getNode().addDependency(policy);
  }
}
