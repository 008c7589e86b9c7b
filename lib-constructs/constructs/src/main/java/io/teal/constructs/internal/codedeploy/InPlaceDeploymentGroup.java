package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.common.L1;
import java.util.List;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;
import software.amazon.awscdk.services.codedeploy.IServerDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LoadBalancer;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;
import software.constructs.Construct;

/**
 * What every deployment group of Teal is: in place, stopped by alarms and by those that cannot be read, and never
 * rolled back by itself, because the stack goes back and two that install would be in each other's way.
 *
 * @param application whose
 * @param hosts what it deploys to
 * @param pace how many hosts at a time
 * @param alarms what stops a deployment
 * @param loadBalancers what a host is taken out of while it is installed; none for traffic that goes on
 */
record InPlaceDeploymentGroup(
        ServerApplication application,
        AutoScalingGroup hosts,
        IServerDeploymentConfig pace,
        List<IAlarm> alarms,
        List<LoadBalancer> loadBalancers) {

    ServerDeploymentGroup create(Construct scope, String id) {
        ServerDeploymentGroup.Builder group = ServerDeploymentGroup.Builder.create(scope, id)
                .application(application)
                .autoScalingGroups(List.of(hosts))
                .deploymentConfig(pace)
                .alarms(alarms)
                .ignorePollAlarmsFailure(false)
                .autoRollback(AutoRollbackConfig.builder()
                        .failedDeployment(false)
                        .stoppedDeployment(false)
                        .deploymentInAlarm(false)
                        .build())
                .installAgent(false);
        if (!loadBalancers.isEmpty()) {
            group.loadBalancers(loadBalancers);
        }
        ServerDeploymentGroup made = group.build();
        ((CfnDeploymentGroup) L1.of(made)).setOutdatedInstancesStrategy("UPDATE");
        return made;
    }
}
