package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.GroupDescription;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel;
import io.teal.rehearsal.aws.cloudwatch.OtherAlarmModel;
import io.teal.rehearsal.aws.codedeploy.DeploymentGroupModel;
import io.teal.rehearsal.aws.codedeploy.LocalCodeDeploy;
import io.teal.rehearsal.aws.codedeploy.SharedDeploymentGroupModel;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.stepfunctions.LocalExecutions;
import io.teal.runtime.run.Runs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What Teal's custom resources need of AWS, on this machine: the very runs, over the balancer and the fleets. */
public final class CustomResources {
    private static final String STACK = "arn:aws:cloudformation:local:000000000000:stack/rehearsal/1";

    private final Map<String, CompletableFuture<Map<String, Object>>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final LocalAws aws;
    private final Runs runs;

    /**
     * A cloud.
     *
     * @param status the stack's status
     * @param log told each decision of a run
     */
    public CustomResources(
            Balancer balancer, LocalAutoScaling fleets, Timers timers, Supplier<String> status, Consumer<String> log) {
        TemplateClock clock = new TemplateClock(timers);
        LocalExecutions executions = new LocalExecutions(timers, clock, this::runs);
        this.aws = new LocalAws(balancer, fleets, executions, clock, status);
        this.runs = new Runs(aws, this::answered, clock, log);
    }

    private Runs runs() {
        return runs;
    }

    private void answered(String url, Map<String, Object> answer) {
        Optional.ofNullable(waiting.remove(url)).ifPresent(future -> future.complete(answer));
    }

    /**
     * Asks a custom resource, as CloudFormation does.
     *
     * @param request {@code Create}, {@code Update} or {@code Delete}
     * @param before what it was told last, for an update
     * @return what it will answer
     */
    public CompletableFuture<Map<String, Object>> ask(
            String request, CustomResourceModel model, Optional<CustomResourceModel> before) {
        String id = "request-" + requests.incrementAndGet();
        Map<String, Object> event = new TreeMap<>();
        event.put("RequestType", request);
        event.put("ResourceType", model.type());
        event.put("RequestId", id);
        event.put("StackId", STACK);
        event.put("LogicalResourceId", model.id());
        event.put("PhysicalResourceId", model.id());
        event.put("ResponseURL", id);
        event.put("ResourceProperties", model.properties());
        before.ifPresent(old -> event.put("OldResourceProperties", old.properties()));
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        runs.onEvent(event);
        return answer;
    }

    /** Auto Scaling group {@code id} is what {@code group} says now. */
    public void know(String id, GroupDescription group) {
        aws.groups().know(id, group);
    }

    /** A deployment group of hosts that the colours share is there. */
    public void know(SharedDeploymentGroupModel group) {
        aws.deployments().know(group);
    }

    /** It, or an alarm of that id, is gone. */
    public void forget(String id) {
        aws.groups().forget(id);
        aws.alarms().forget(id);
    }

    /** Versions are installed by {@code codeDeploy}. */
    public void installs(LocalCodeDeploy codeDeploy) {
        aws.installs(codeDeploy);
    }

    /** A deployment group is there, or is changed. */
    public void put(DeploymentGroupModel group) {
        aws.installer().put(group);
    }

    /** Deployment group {@code id} is gone. */
    public void forgetGroup(String id) {
        aws.installer().forget(id);
    }

    /** An alarm is there. */
    public void put(AlarmModel alarm) {
        aws.alarms().put(alarm);
    }

    /** An alarm that is always OK is there. */
    public void put(OtherAlarmModel alarm) {
        aws.alarms().put(alarm);
    }

    /** The states of the alarms of those logical ids. */
    public Map<String, String> alarms(List<String> ids) {
        return aws.alarms().states(ids);
    }

    /** Alarms whose logical ids contain {@code part} are in {@code state} from now on. */
    public void forceAlarms(String part, String state) {
        aws.alarms().force(part, state);
    }
}
