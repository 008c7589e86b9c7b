package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.common.AnyVersion;
import io.teal.constructs.internal.common.L1;
import java.util.List;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;
import software.amazon.awscdk.services.codedeploy.LoadBalancer;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;
import software.constructs.Construct;

/**
 * What every deployment group of Teal is: in place; alarms, also ones that cannot be read, stop a deployment;
 * CodeDeploy never rolls back by itself, because the stack does, and two deployments to one fleet would collide.
 */
final class InPlaceDeploymentGroup {
    private InPlaceDeploymentGroup() {}

    static ServerDeploymentGroup create(
            Construct scope,
            String id,
            ServerApplication application,
            AutoScalingGroup hosts,
            List<LoadBalancer> loadBalancers,
            DeploymentSettings options) {
        ServerDeploymentGroup.Builder group = ServerDeploymentGroup.Builder.create(scope, id)
                .autoScalingGroups(List.of(hosts))
                .alarms(options.alarms())
                .ignorePollAlarmsFailure(false)
                .autoRollback(AutoRollbackConfig.builder()
                        .failedDeployment(false)
                        .stoppedDeployment(false)
                        .deploymentInAlarm(false)
                        .build())
                .installAgent(false);
        AnyVersion.call(group, application, "application");
        AnyVersion.call(group, options.deploymentConfig(), "deploymentConfig");
        if (!loadBalancers.isEmpty()) {
            group.loadBalancers(loadBalancers);
        }
        ServerDeploymentGroup made = group.build();
        ((CfnDeploymentGroup) L1.of(made)).setOutdatedInstancesStrategy("UPDATE");
        return made;
    }
}
