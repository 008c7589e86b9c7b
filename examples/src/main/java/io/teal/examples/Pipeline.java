package io.teal.examples;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.pipelines.CodePipeline;
import software.amazon.awscdk.pipelines.CodePipelineSource;
import software.amazon.awscdk.pipelines.ManualApprovalStep;
import software.amazon.awscdk.pipelines.ShellStep;

/**
 * CDK Pipelines: a push to main is tested, synthesized once, rehearsed, and released to a Stage after an approval. The
 * release is the Stage's release file, so a release is a commit. One execution at a time (mode SUPERSEDED: a newer one
 * takes the place of one that waits). Synthesized by a test; it has not run on AWS.
 */
public final class Pipeline {
    private Pipeline() {}

    /** Adds to {@code stack} a pipeline from {@code source} that releases {@code production}. */
    public static CodePipeline of(Stack stack, CodePipelineSource source, Stage production) {
        CodePipeline pipeline = CodePipeline.Builder.create(stack, "Pipeline")
                .synth(ShellStep.Builder.create("Synth")
                        .input(source)
                        .commands(List.of("mvn --batch-mode verify", "npm ci", "npx cdk synth --quiet"))
                        .build())
                .build();
        ShellStep rehearsal = rehearsal(source);
        ManualApprovalStep approval = new ManualApprovalStep("Release");
        approval.addStepDependency(rehearsal);
        pipeline.addStage(production).addPre(rehearsal, approval);
        return pipeline;
    }

    private static ShellStep rehearsal(CodePipelineSource source) {
        return ShellStep.Builder.create("Rehearse")
                .input(source)
                .commands(List.of("teal rehearse --fast"))
                .build();
    }
}
