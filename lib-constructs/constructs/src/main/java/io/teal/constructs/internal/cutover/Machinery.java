package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.AnyVersion;
import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.common.PrivateFolder;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.RuntimeFamily;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.assets.AssetOptions;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.constructs.Construct;

/** What handles the custom resources: a function, the machine that calls it, their roles and a log. */
final class Machinery extends Construct {
    /** Shorter than the time between two ticks: a call that was sent lands before the next tick looks. */
    private static final Duration TIMEOUT = Duration.seconds(25);

    /**
     * Lambda delivers an event again after one minute and after two more; a later delivery could fall into the next
     * deploy.
     */
    private static final Duration EVENT_AGE = Duration.minutes(5);

    /** As long as CloudFormation waits at most. */
    private static final Duration AN_HOUR = Duration.hours(1);

    /** A JVM starts twice as fast with twice the memory, for the same price. */
    private static final int MEMORY_MB = 1024;

    /** By name: {@code Runtime.JAVA_25} is younger than the oldest aws-cdk-lib that Teal works with. */
    private static final Runtime JAVA = new Runtime("java25", RuntimeFamily.JAVA);

    private static final int LONGEST_NAME = 80;

    private final Job job;
    private final LogGroup log;
    private final Function function;
    private final CfnStateMachine machine;
    private final String functionArn;
    private final String machineArn;
    private final List<CfnResource> safetyNet;

    /**
     * What it is for.
     *
     * @param name of the machine
     * @param description what the function does
     * @param statements what the function may do
     * @param calls ARNs of the functions that the machine also calls
     * @param notices what the machine sends notices to
     */
    record Job(
            String name,
            String description,
            List<PolicyStatement> statements,
            List<String> calls,
            NoticeSettings notices) {}

    Machinery(Construct scope, String id, Job job) {
        super(scope, id);
        this.job = job;
        requireLength(job.name());
        PrivateFolder.stageAssetsOf(this);
        this.log = LogGroup.Builder.create(this, "Log")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        this.function = newFunction();
        this.functionArn = function.getFunctionArn();
        this.machine = machine();
        this.machineArn = machine.getAttrArn();
        this.safetyNet = safetyNet();
    }

    private static void requireLength(String name) {
        InvalidValueException.require(
                name.length() <= LONGEST_NAME,
                "the state machine's name '" + name + "' has " + name.length()
                        + " characters, and Step Functions takes " + LONGEST_NAME,
                "give the stack or the service a shorter name");
    }

    /** ARN of the function. */
    String functionArn() {
        return functionArn;
    }

    /** ARN of the machine. */
    String machineArn() {
        return machineArn;
    }

    /** A custom resource of {@code type}, one of {@link Contract}'s, with {@code map} as its properties. */
    CfnResource resource(Construct scope, String id, String type, Map<String, Object> map) {
        CustomResource resource = CustomResource.Builder.create(scope, id)
                .resourceType(type)
                .serviceToken(functionArn)
                .properties(map)
                .build();
        // Not by the L2, which has had a property for it since aws-cdk-lib 2.173 or so.
        L1.of(resource)
                .addPropertyOverride("ServiceTimeout", AN_HOUR.toSeconds().toString());
        return L1.of(resource);
    }

    /** What a custom resource needs: created before, deleted after it. */
    List<CfnResource> parts() {
        List<CfnResource> parts = new ArrayList<>();
        parts.add(L1.of(function));
        parts.add(L1.of(log));
        parts.add(L1.of(function.getNode().findChild("EventInvokeConfig")));
        parts.add(machine);
        parts.addAll(safetyNet);
        return parts;
    }

    /**
     * An execution that ends without an answer, as nothing in its definition can catch everything: the function is told
     * and answers for it, so that CloudFormation does not wait out its hour.
     */
    private List<CfnResource> safetyNet() {
        CfnRule rule = CfnRule.Builder.create(this, "Died")
                .description("Answers CloudFormation for executions of " + job.name() + " that ended badly")
                .eventPattern(endedBadly())
                .targets(List.of(CfnRule.TargetProperty.builder()
                        .id("Function")
                        .arn(functionArn)
                        .build()))
                .build();
        CfnPermission permission = CfnPermission.Builder.create(this, "DiedPermission")
                .action("lambda:InvokeFunction")
                .functionName(functionArn)
                .principal("events.amazonaws.com")
                .sourceArn(rule.getAttrArn())
                .build();
        return List.of(rule, permission);
    }

    private Map<String, Object> endedBadly() {
        Map<String, Object> detail =
                new TreeMap<>(Map.of("status", List.of("FAILED", "TIMED_OUT"), "stateMachineArn", List.of(machineArn)));
        return new TreeMap<>(Map.of(
                "source", List.of("aws.states"),
                "detail-type", List.of("Step Functions Execution Status Change"),
                "detail", detail));
    }

    private Function newFunction() {
        List<PolicyStatement> statements = new ArrayList<>(job.statements());
        statements.add(PolicyStatement.Builder.create()
                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .resources(List.of(log.getLogGroupArn()))
                .build());
        Function.Builder made = Function.Builder.create(this, "Function")
                .description(job.description())
                .runtime(JAVA)
                .architecture(Architecture.ARM_64)
                .handler(Contract.HANDLER)
                .code(Code.fromAsset(
                        Archive.code().toString(),
                        AssetOptions.builder().assetHash(Archive.hash()).build()))
                .memorySize(MEMORY_MB)
                .timeout(TIMEOUT)
                .maxEventAge(EVENT_AGE)
                .retryAttempts(2)
                .role(Permissions.role(this, "FunctionRole", "lambda.amazonaws.com", statements));
        AnyVersion.call(made, log, "logGroup");
        return made.build();
    }

    private CfnStateMachine machine() {
        List<String> invoked = new ArrayList<>(List.of(functionArn));
        invoked.addAll(job.calls());
        List<PolicyStatement> statements = new ArrayList<>(List.of(PolicyStatement.Builder.create()
                .actions(List.of("lambda:InvokeFunction"))
                .resources(invoked)
                .build()));
        statements.addAll(job.notices().statements());
        return CfnStateMachine.Builder.create(this, "Machine")
                .stateMachineName(job.name())
                .stateMachineType("STANDARD")
                .definitionString(Archive.machine())
                .definitionSubstitutions(new TreeMap<>(Map.of(
                        "Function", functionArn,
                        "Invoke", integration("lambda:invoke"),
                        "PutEvents", integration("events:putEvents"),
                        "Publish", integration("sns:publish"))))
                .roleArn(Permissions.role(this, "MachineRole", "states.amazonaws.com", statements)
                        .getRoleArn())
                .build();
    }

    private static String integration(String action) {
        return "arn:" + Aws.PARTITION + ":states:::" + action;
    }
}
