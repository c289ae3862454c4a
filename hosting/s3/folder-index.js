/**
 * CloudFront function for "viewer request": redirects "/faq" to "/faq/", and requests index.html for a
 * folder.
 */
function handler(event) {
  var request = event.request;
  var name = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (name === '') {
    request.uri += 'index.html';
    return request;
  }
  if (name.indexOf('.') >= 0) return request;
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: request.uri + '/' } },
  };
}
