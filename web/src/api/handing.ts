// A file handed in: streamed by the browser, and told how far it has gone.
import { isProblem, SILENT, type Outcome } from "./client";

/** Hands one file in; only this old way of asking tells how much has gone. */
export function handIn<T>(path: string, file: File, onSent: (sent: number) => void): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve({ ok: false, problem: SILENT });
    request.send(file);
  });
}

function answerOf<T>({ status, responseText }: XMLHttpRequest): Outcome<T> {
  try {
    const said: unknown = JSON.parse(responseText);
    if (status < 300) return { ok: true, value: said as T };
    return { ok: false, problem: isProblem(said) ? said : SILENT };
  } catch {
    return { ok: false, problem: SILENT };
  }
}
