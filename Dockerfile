# directive-parse with Debian's tesseract. Documents are mounted: docker run --rm -v "$PWD:/documents" directive-parse in/ -o records/
FROM node:24.21.0-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsdown.config.ts LICENSE README.md README.vi.md ./
COPY bin bin
COPY scripts scripts
COPY src src
COPY grammars grammars
COPY models models
COPY demo demo
COPY fixtures fixtures
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends tesseract-ocr \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/directive-parse
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/bin bin
COPY --from=build /build/dist dist
COPY --from=build /build/grammars grammars
COPY --from=build /build/models models
COPY --from=build /build/demo demo
USER node
WORKDIR /documents
EXPOSE 8020
ENTRYPOINT ["node", "/opt/directive-parse/bin/directive-parse.js"]
CMD ["--help"]
