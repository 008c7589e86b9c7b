package io.teal.constructs.internal.lastlook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.constructs.internal.common.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.DockerImageAssetLocation;
import software.amazon.awscdk.DockerImageAssetSource;
import software.amazon.awscdk.FileAssetLocation;
import software.amazon.awscdk.FileAssetSource;
import software.amazon.awscdk.ISynthesisSession;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackSynthesizer;
import software.amazon.awscdk.cxapi.CloudAssemblyBuilder;

/**
 * Renders the template of a stack before the CDK does: with aspects, overrides and references between stacks, as it
 * will be deployed. A synthesizer is the one way to a rendered template that the CDK has for Java; this one writes it
 * into a folder of Teal's, and the stack keeps its own.
 */
final class StackRenderer extends StackSynthesizer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StackRenderer() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> template(Stack stack) {
        StackRenderer renderer = new StackRenderer();
        renderer.bind(stack);
        Path folder = PrivateFolder.create("look");
        renderer.synthesizeTemplate(new OneTemplate(
                CloudAssemblyBuilder.Builder.create(folder.toString()).build()));
        Path template = folder.resolve(stack.getTemplateFile());
        try {
            Map<String, Object> json = JSON.readValue(template.toFile(), Map.class);
            Files.delete(template);
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template that was just rendered", e);
        }
    }

    @Override
    public FileAssetLocation addFileAsset(FileAssetSource asset) {
        throw new UnsupportedOperationException("assets are the stack's own synthesizer's");
    }

    @Override
    public DockerImageAssetLocation addDockerImageAsset(DockerImageAssetSource asset) {
        throw new UnsupportedOperationException("assets are the stack's own synthesizer's");
    }

    @Override
    public void synthesize(ISynthesisSession session) {
        synthesizeTemplate(session);
    }

    /** Where the CDK writes to. */
    private record OneTemplate(CloudAssemblyBuilder getAssembly) implements ISynthesisSession {
        @Override
        public String getOutdir() {
            return getAssembly.getOutdir();
        }

        @Override
        public void setAssembly(CloudAssemblyBuilder assembly) {
            throw new UnsupportedOperationException("one session, one assembly");
        }

        @Override
        public void setOutdir(String folder) {
            throw new UnsupportedOperationException("one session, one folder");
        }
    }
}
