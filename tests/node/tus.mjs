// Drives a server with tus-js-client and says in JSON lines what happened. One argument: what to do, as JSON.
import { readFileSync } from "node:fs";
import * as tus from "tus-js-client";

const { endpoint, headers, file, stop, ...options } = JSON.parse(process.argv[2]);
const say = (event, more = {}) => console.log(JSON.stringify({ event, ...more }));
const upload = new tus.Upload(readFileSync(file), {
  endpoint,
  headers,
  retryDelays: [200, 500, 1000, 2000, 3000, 3000, 3000, 3000],
  storeFingerprintForResuming: false,
  ...options,
  onProgress: (sent) => say("sent", { sent }),
  onChunkComplete: async (size, accepted) => {
    say("accepted", { accepted, url: upload.url });
    if (stop && accepted >= stop.at) {
      stop.at = Infinity;
      await upload.abort(stop.terminate);
      say(stop.terminate ? "terminated" : "aborted", { url: upload.url });
    }
  },
  onError: (error) => {
    const answer = error.originalResponse;
    say("error", { status: answer ? answer.getStatus() : 0, body: answer ? answer.getBody() : String(error) });
  },
  onSuccess: () => say("success", { url: upload.url }),
});
upload.start();
