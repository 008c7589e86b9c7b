package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.common.PrivateFolder;
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
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
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

    private static final int LONGEST_NAME = 80;

    private final Job job;
    private final LogGroup log;
    private final Function function;
    private final CfnStateMachine machine;

    /**
     * What it is for.
     *
     * @param name of the machine
     * @param description what the function does
     * @param statements what the function may do
     * @param calls ARNs of the functions that the machine also calls
     */
    record Job(String name, String description, List<PolicyStatement> statements, List<String> calls) {}

    Machinery(Construct scope, String id, Job job) {
        super(scope, id);
        this.job = job;
        String name = job.name();
        if (name.length() > LONGEST_NAME) {
            throw new InvalidValueException(
                    "the state machine's name '" + name + "' has " + name.length()
                            + " characters, and Step Functions takes " + LONGEST_NAME,
                    "give the stack or the service a shorter name");
        }
        PrivateFolder.stageAssetsOf(this);
        this.log = LogGroup.Builder.create(this, "Log")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        this.function = newFunction();
        this.machine = machine();
    }

    /** ARN of the machine. */
    String machineArn() {
        return machine.getAttrArn();
    }

    /** A custom resource of {@code type}, one of {@link Contract}'s, with {@code map} as its properties. */
    CfnResource resource(Construct scope, String id, String type, Map<String, Object> map) {
        CustomResource resource = CustomResource.Builder.create(scope, id)
                .resourceType(type)
                .serviceToken(function.getFunctionArn())
                .serviceTimeout(AN_HOUR)
                .properties(map)
                .build();
        return L1.of(resource);
    }

    /** What a custom resource needs: created before, deleted after it. */
    List<CfnResource> parts() {
        List<CfnResource> parts = new ArrayList<>();
        parts.add(L1.of(function));
        parts.add(L1.of(log));
        parts.add(L1.of(function.getNode().findChild("EventInvokeConfig")));
        parts.add(machine);
        return parts;
    }

    private Function newFunction() {
        List<PolicyStatement> statements = new ArrayList<>(job.statements());
        statements.add(PolicyStatement.Builder.create()
                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .resources(List.of(log.getLogGroupArn()))
                .build());
        return Function.Builder.create(this, "Function")
                .description(job.description())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .handler("io.teal.runtime.function.Handler")
                .code(Code.fromAsset(
                        Archive.code().toString(),
                        AssetOptions.builder().assetHash(Archive.hash()).build()))
                .memorySize(MEMORY_MB)
                .timeout(TIMEOUT)
                .maxEventAge(EVENT_AGE)
                .retryAttempts(2)
                .logGroup(log)
                .role(role("FunctionRole", "lambda.amazonaws.com", statements))
                .build();
    }

    private CfnStateMachine machine() {
        List<String> invoked = new ArrayList<>(List.of(function.getFunctionArn()));
        invoked.addAll(job.calls());
        PolicyStatement invoke = PolicyStatement.Builder.create()
                .actions(List.of("lambda:InvokeFunction"))
                .resources(invoked)
                .build();
        return CfnStateMachine.Builder.create(this, "Machine")
                .stateMachineName(job.name())
                .stateMachineType("STANDARD")
                .definitionString(Archive.machine())
                .definitionSubstitutions(new TreeMap<>(Map.of(
                        "Function",
                        function.getFunctionArn(),
                        "Invoke",
                        "arn:" + Aws.PARTITION + ":states:::lambda:invoke")))
                .roleArn(role("MachineRole", "states.amazonaws.com", List.of(invoke))
                        .getRoleArn())
                .build();
    }

    /**
     * Permissions stand in the role itself: a separate policy could be created after the first call, or deleted before
     * the last.
     */
    private Role role(String id, String service, List<PolicyStatement> statements) {
        return Role.Builder.create(this, id)
                .assumedBy(new ServicePrincipal(service))
                .inlinePolicies(Map.of(
                        "Teal",
                        PolicyDocument.Builder.create().statements(statements).build()))
                .build();
    }
}
