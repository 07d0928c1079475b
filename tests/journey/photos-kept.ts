import type { Page } from 'playwright-core';

/** Keeps a photo in the browser, as the page of a task does for its person while there is no network. */
export async function keepPhotoOf(page: Page, userId: string): Promise<void> {
  await inPhotos(
    page,
    `add({ fileId: 'f', file: new Blob(['x']), userId: '${userId}', taskId: 't', keptAt: Date.now() })`,
  );
}

/** How many photos the browser keeps, whoever they are of. */
export function photosKept(page: Page): Promise<unknown> {
  return inPhotos(page, 'count()');
}

function inPhotos(page: Page, asked: string): Promise<unknown> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('giaoban.photos', 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const request = opening.result.transaction('kept', 'readwrite').objectStore('kept').${asked};
      request.onsuccess = () => {
        opening.result.close();
        resolve(request.result);
      };
    };
  })`);
}
