// A page that patches what it should not, the way old libraries did, and swallows what it can.
(() => {
  window.define = Object.assign(() => {}, { amd: {} });
  window.module = { exports: {} };
  window.exports = window.module.exports;
  window.$ = window.jQuery = (selector) => document.querySelectorAll(selector);
  window._ = { map: null };
  Array.prototype.toJSON = function () {
    return 'a list';
  };
  Object.prototype.inherited = 'everywhere';
  Array.prototype.last = function () {
    return this[this.length - 1];
  };
  String.prototype.escapeHTML = function () {
    return 'escaped';
  };
  Function.prototype.bind2 = () => {};
  Element.prototype.remove2 = () => {};
  window.addEventListener('keydown', (event) => event.key.length === 1 && event.preventDefault());
  document.addEventListener('keydown', (event) => ['/', 's', 'Enter'].includes(event.key) && event.preventDefault());
  document.addEventListener('click', (event) => event.target.closest('button') && event.preventDefault());
  setInterval(() => document.querySelectorAll('body > div[style]').forEach((one) => one.remove()), 500);
  console.log = () => {};
})();
